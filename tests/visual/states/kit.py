"""The kit: every control in its forms, where no state of the window may show it."""

from PySide6.QtWidgets import QWidget

from tests.visual.kit_gallery import gallery
from tests.visual.stage import Stage
from tests.visual.state import Album

album = Album()


@album.state("kit", named=False)
def kit(stage: Stage) -> QWidget:
    window = gallery(stage.app.application)
    window.setParent(stage.window, window.windowFlags())
    window.show()
    stage.until(window.isVisible)
    return window
