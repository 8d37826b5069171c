from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.request.late_page import LatePage


def test_it_asks_once_after_it_was_painted(
    shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    asked: list[bool] = []
    late = LatePage()
    late.needed.connect(lambda: asked.append(late.isVisible()))
    qtbot.wait(0)
    assert asked == []
    late.resize(200, 100)
    shown(late)
    qtbot.waitUntil(lambda: bool(asked))
    page = QLabel("page")
    late.show_page(page)
    assert late.page is page
    assert page.isVisible()
    late.repaint()
    qtbot.wait(0)
    assert asked == [True]
