"""The window before there is anything to work in."""

from PySide6.QtWidgets import QWidget

from tests.visual.stage import NARROW, Stage
from tests.visual.state import Album

album = Album()


@album.state("start", doubled=True)
@album.state("start-narrow", size=NARROW)
def start(stage: Stage) -> QWidget:
    return stage.window
