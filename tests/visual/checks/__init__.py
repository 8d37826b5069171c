"""What is wrong with a window at first sight, without any stored picture."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tests.visual.checks.contrast import faint_texts
from tests.visual.checks.names import name_flaws
from tests.visual.checks.places import bare, overlaps
from tests.visual.checks.texts import cut_texts


def flaws(window: QWidget, image: QImage, named: bool = True) -> list[str]:
    """One sentence each; `image` is the picture of `window`, `named` whether names are needed."""
    return [
        *cut_texts(window),
        *overlaps(window),
        *bare(window, image),
        *(name_flaws(window) if named else ()),
        *faint_texts(window, image),
    ]
