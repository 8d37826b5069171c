"""Every state looks as it did, in every look, and has no flaw that can be seen by a program.

After a change that is meant: `python -m tests.visual --update`, then look at every new picture.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.visual.look import Look
from tests.visual.pictures import difference, marked, path_of
from tests.visual.rendering import read
from tests.visual.state import State
from tests.visual.states import PICTURES


@pytest.mark.timeout(300)  # the first of a batch waits for all of it
@pytest.mark.parametrize(
    ("state", "look"), PICTURES, ids=[state.picture(look) for state, look in PICTURES]
)
def test_it_looks_as_it_did(
    state: State, look: Look, rendered: Callable[[State, Look], Path]
) -> None:
    name = state.picture(look)
    folder = rendered(state, look)
    found = read(name, folder)
    assert not found.flaws, "\n".join(found.flaws)
    stored = QImage(str(path_of(name)))
    assert not stored.isNull(), f"{path_of(name)} is missing: python -m tests.visual --update"
    words = difference(stored, found.image)
    if words:
        sheet = folder / f"{name}-difference.png"
        marked(stored, found.image).save(str(sheet))
        pytest.fail(f"{words}. Before, the difference and after: {sheet}")
