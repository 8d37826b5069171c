from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.empty_state import EmptyState


def test_it_says_why_and_what_next(qtbot: QtBot) -> None:
    empty = EmptyState("history", "Nothing sent yet", "What you send is listed here.")
    qtbot.addWidget(empty)
    empty.show()
    assert empty.accessibleName() == "Nothing sent yet"
    button = empty.add_button("Send", "send", primary=True)
    empty.add_button("Open Demo")
    assert button.x() >= 0
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_its_words_may_change(qtbot: QtBot) -> None:
    empty = EmptyState("history", "Nothing sent yet", "Hint")
    qtbot.addWidget(empty)
    empty.show_words("search", "Nothing found")
    texts = [one.text() for one in empty.findChildren(QLabel) if not one.isHidden()]
    assert texts == ["Nothing found"]
    assert empty.accessibleDescription() == ""
