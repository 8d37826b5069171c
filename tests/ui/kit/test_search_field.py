from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.buttons import IconButton
from k2bench.ui.kit.search_field import SearchField
from k2bench.ui.kit.theme import Theme


def test_its_name_is_what_it_shows(qtbot: QtBot) -> None:
    field = SearchField("Search or run", "Ctrl+K")
    qtbot.addWidget(field)
    assert field.accessibleName() == field.placeholderText() == "Search or run"


def test_escape_empties_then_leaves(qtbot: QtBot) -> None:
    field = SearchField("Filter explorer")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field, "emp")
    with qtbot.assertNotEmitted(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_the_cross_is_there_only_with_text(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp)
    field = SearchField("Filter explorer", "Ctrl+F")
    qtbot.addWidget(field)
    field.show()
    cross = field.findChild(IconButton)
    assert cross is not None
    assert cross.isHidden()
    field.setText("emp")
    assert cross.accessibleName() == "Clear Filter explorer"
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    theme.deleteLater()
