"""What is wrong with a window at first sight, without any stored picture."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tests.visual.checks.contrast import faint_texts
from tests.visual.checks.names import name_flaws
from tests.visual.checks.places import bare, overlaps
from tests.visual.checks.texts import cut_texts


def flaws(window: QWidget, image: QImage) -> list[str]:
    """What is wrong in the colours of `image`, the picture of `window`; one sentence each."""
    return [*bare(window, image), *faint_texts(window, image)]


def flaws_of_layout(window: QWidget, named: bool = True) -> list[str]:
    """What is wrong in any colours; `named`: names are needed."""
    names = name_flaws(window) if named else ()
    return [*cut_texts(window), *overlaps(window), *names]
