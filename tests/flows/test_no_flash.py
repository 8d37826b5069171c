"""A widget that is shown before it has a parent is a window of its own for a moment."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from k2bench.ui.kit.tab_strip import TabStrip
from tests.flows.conftest import Driver


class Windows(QObject):
    """Notes every top-level widget that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, QMainWindow)
        ):
            self.shown.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def windows(qapp: QApplication) -> Windows:
    noted = Windows()
    qapp.installEventFilter(noted)
    return noted


def test_nothing_flashes_on_the_main_road(
    windows: Windows, start: Callable[..., Driver], qapp: QApplication
) -> None:
    driver = start("--demo")
    driver.wait_for("Authorization/Access Token")
    driver.press("Authorization/Use Token")
    driver.send()
    strip = driver.find("Response").findChild(TabStrip)
    assert len(strip.names()) >= 4
    for name in strip.names():
        strip.show_page(name)
        qapp.processEvents()
    qapp.removeEventFilter(windows)
    assert windows.shown == []
