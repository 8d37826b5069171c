"""The window at work: rows, problems, waiting, and each look at an answer."""

from PySide6.QtWidgets import QWidget

from tests.visual import samples
from tests.visual.stage import NARROW, Stage
from tests.visual.state import Album

album = Album()


@album.state("main", doubled=True)
@album.state("main-narrow", size=NARROW)
@album.state("main-zoom", zoom=2.0)
def rows(stage: Stage) -> QWidget:
    stage.use()
    stage.open()
    stage.got_token()
    stage.answered(samples.answer(samples.employees()))
    return stage.window
