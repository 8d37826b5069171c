"""What is wrong with a window at first sight, without any stored picture."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget


def flaws(window: QWidget, image: QImage) -> list[str]:
    """One sentence each; `image` is the picture of `window`."""
    return []
