from pytestqt.qtbot import QtBot

from k2bench.ui.kit.text_view import TextView
from k2bench.ui.response.finder import Finder
from k2bench.ui.response.text_finder import TextFinder


def test_a_page_of_text_has_one(qtbot: QtBot) -> None:
    view = TextView("Text")
    qtbot.addWidget(view)
    finder: Finder = TextFinder(view)
    assert finder.nearest() == 0
