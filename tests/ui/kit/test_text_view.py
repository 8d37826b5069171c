import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.lines import StringLines
from k2bench.ui.kit.text_selection import Position, Selection
from k2bench.ui.kit.text_view import TextView
from k2bench.ui.kit.theme import Theme, ThemeMode
from k2bench.ui.kit.tokens import LIGHT

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
LONG = StringLines("\n".join(f"line {number} of many" for number in range(500)))


@pytest.fixture
def view(qtbot: QtBot) -> TextView:
    made = TextView("Raw text")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.show_lines(LONG)
    return made


def point(view: TextView, line: int, column: int) -> QPoint:
    return view.rect_of(Position(line, column)).center() + QPoint(1, 0)


def test_shift_and_arrows_select(view: TextView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Key.Key_Down)
    with qtbot.waitSignal(view.selection_changed):
        qtbot.keyClick(view, Key.Key_End, Mod.ShiftModifier)
    assert view.selected_text() == "line 1 of many"
    qtbot.keyClick(view, Key.Key_Right)
    assert view.selection() == Selection(Position(2, 0), Position(2, 0))


def test_the_caret_stays_in_view(view: TextView, qtbot: QtBot) -> None:
    for key, line in ((Key.Key_End, 499), (Key.Key_Home, 0)):
        qtbot.keyClick(view, key, Mod.ControlModifier)
        assert view.selection().caret.line == line
        assert view.viewport().rect().contains(view.rect_of(view.selection().caret).center())
    qtbot.keyClick(view, Key.Key_PageDown)
    assert view.selection().caret.line == view.rows() - 1


def test_all_is_selected_and_copied_by_keys(
    view: TextView, qtbot: QtBot, qapp: QApplication
) -> None:
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Key.Key_A, Mod.ControlModifier)
    with qtbot.waitSignal(view.copied):
        qtbot.keyClick(view, Key.Key_C, Mod.ControlModifier)
    assert qapp.clipboard().text().endswith("line 499 of many")
    qapp.clipboard().clear()
    names = [action.text() for action in view.actions()]
    assert names == ["Copy", "Select All"]


def test_the_mouse_selects(view: TextView, qtbot: QtBot) -> None:
    port = view.viewport()
    qtbot.mousePress(port, Left, pos=point(view, 0, 5))
    qtbot.mouseMove(port, point(view, 1, 6))
    qtbot.mouseRelease(port, Left, pos=point(view, 1, 6))
    qtbot.mouseClick(port, Left, Mod.ShiftModifier, pos=point(view, 2, 4))
    assert view.selected_text() == "0 of many\nline 1 of many\nline"
    qtbot.mouseDClick(port, Left, pos=point(view, 3, 1))
    assert view.selected_text() == "line"
    qtbot.mouseClick(port, Left, pos=QPoint(3, view.line_height // 2))
    assert view.selected_text() == "line 0 of many\n"


def test_dragging_below_scrolls(view: TextView, qtbot: QtBot) -> None:
    bar = view.verticalScrollBar()
    qtbot.mousePress(view.viewport(), Left, pos=point(view, 0, 0))
    assert view.scroll_towards(QPoint(100, view.viewport().height() + 40))
    assert bar.value() > 0
    assert view.scroll_towards(QPoint(100, -4000))
    assert bar.value() == 0
    assert not view.scroll_towards(QPoint(100, 100))
    qtbot.mouseRelease(view.viewport(), Left)


def wheel(view: TextView, modifier: Qt.KeyboardModifier) -> QWheelEvent:
    place = QPointF(50, 50)
    return QWheelEvent(
        place,
        view.mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_the_wheel_scrolls_and_leaves_zoom_to_the_window(
    view: TextView, qapp: QApplication
) -> None:
    qapp.sendEvent(view.viewport(), wheel(view, Mod.NoModifier))
    scrolled = view.verticalScrollBar().value()
    assert scrolled == qapp.wheelScrollLines()
    qapp.sendEvent(view.viewport(), wheel(view, Mod.ControlModifier))
    assert view.verticalScrollBar().value() == scrolled


def test_a_screen_reader_is_given_what_is_on_screen(view: TextView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: view.accessibleDescription().startswith("line 0 of many\nline 1 "))
    view.scroll_to(300)
    qtbot.waitUntil(lambda: "line 300 of many" in view.accessibleDescription())
    spoken = QAccessible.queryAccessibleInterface(view)
    assert spoken.text(QAccessible.Text.Name) == "Raw text"
    assert "line 300 of many" in spoken.text(QAccessible.Text.Description)


def test_another_text_starts_anew(view: TextView) -> None:
    view.select_all()
    view.scroll_to(300)
    view.show_lines(StringLines("new"))
    assert view.selection().is_empty
    assert view.verticalScrollBar().value() == 0
    assert view.selected_text() == ""


def test_selection_caret_and_focus_can_be_seen(
    view: TextView, qapp: QApplication, qtbot: QtBot
) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.select(Selection(Position(0, 0), Position(1, 0)))
    image = view.grab().toImage()
    assert image.pixelColor(0, view.height() // 2).name().upper() == LIGHT.accent
    colours = {
        image.pixelColor(x, y).name().upper() for x in range(400) for y in range(view.line_height)
    }
    assert LIGHT.accent_tint in colours
    assert LIGHT.surface in colours
    theme.deleteLater()
