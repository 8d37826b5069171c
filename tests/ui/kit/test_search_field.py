from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow
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


def test_escape_goes_to_the_field_before_the_window(qtbot: QtBot) -> None:
    window, field, heard = QMainWindow(), SearchField("Filter explorer"), []
    qtbot.addWidget(window)
    window.setCentralWidget(field)
    action = QAction(window)
    action.setShortcut("Esc")
    action.triggered.connect(lambda: heard.append(True))
    window.addAction(action)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    field.setText("emp")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), heard) == ("", [])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert heard == [True]  # the empty field leaves it to the window


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
