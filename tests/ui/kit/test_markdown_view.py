from collections.abc import Callable

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from k2bench.ui.kit.markdown_view import MarkdownView
from k2bench.ui.kit.tones import sizes

TEXT = "# Title\n\nA paragraph.\n\n## Part\n\n* one\n* two\n"


def test_headings_are_as_large_as_the_window_s_titles(
    shown: Callable[[QWidget], QWidget],
) -> None:
    view = MarkdownView("Facts", TEXT)
    shown(view)
    pixels = {}
    block = view.document().begin()
    while block.isValid():
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        pixels[block.text()] = cursor.charFormat().font().pixelSize()
        block = block.next()
    assert pixels["Title"] == sizes().title
    assert pixels["Part"] == sizes().label
    assert not view.openLinks()
