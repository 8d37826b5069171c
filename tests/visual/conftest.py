"""Renders each batch of states once, whichever process of the test run asks first."""

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.visual.look import Look
from tests.visual.rendering import render
from tests.visual.state import State
from tests.visual.states import STATES, batch_of


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Callable[[State, Look], Path]:
    """`rendered(state, look)`: the folder that holds the picture of a state."""
    shared = tmp_path_factory.getbasetemp()
    if shared.name.startswith("popen-"):  # a worker of xdist has a folder of its own in it
        shared = shared.parent

    def folder_of(state: State, look: Look) -> Path:
        batch = batch_of(state)
        folder = shared / f"visual-{look.scale}x-{batch}"
        names = [each.name for each in STATES if batch_of(each) == batch]
        with folder.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                render(look.scale, folder, names)
        return folder

    return folder_of
