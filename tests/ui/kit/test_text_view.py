from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.content.folded_lines import FoldedLines
from k2bench.content.hits import LineHits
from k2bench.content.lines import Fold
from k2bench.content.long_value import LongValue
from k2bench.content.text_lines import TextLines
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
    qtbot.waitUntil(lambda: qapp.clipboard().text().endswith("line 499 of many"))
    qapp.clipboard().clear()
    names = [action.text() for action in view.actions() if action.isVisible()]
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


class Folding(StringLines):
    """Ten lines of `LONG` belong to line 2, in those two to line 5."""

    def opens(self, line: int) -> bool:
        return line in (2, 5)

    def fold_at(self, line: int) -> Fold | None:
        if 5 <= line <= 7:
            return Fold(5, 7)
        return Fold(2, 12) if 2 <= line <= 12 else None

    def folds(self, level: int) -> Iterator[Fold | None]:
        yield None


@pytest.fixture
def folding(view: TextView) -> TextView:
    view.show_lines(Folding("\n".join(f"line {number} of many" for number in range(500))))
    return view


def beside(view: TextView, row: int) -> QPoint:
    return QPoint(view.gutter - view.mark_width, row * view.line_height + 5)


def test_a_click_beside_a_line_folds_it_and_another_unfolds(
    folding: TextView, qtbot: QtBot
) -> None:
    port = folding.viewport()
    qtbot.mouseClick(port, Left, pos=beside(folding, 2))
    shown = list(folding.visible_texts())
    assert shown[2:4] == ["line 2 of many … 10 lines", "line 13 of many"]
    assert folding.verticalScrollBar().maximum() == 490 - folding.rows()
    assert folding.selection().is_empty
    qtbot.mouseClick(port, Left, pos=beside(folding, 2))
    assert list(folding.visible_texts())[3] == "line 3 of many"


def test_a_click_on_what_stands_for_hidden_lines_unfolds(folding: TextView, qtbot: QtBot) -> None:
    folding.fold(2)
    place = folding.hidden_rect(2).center().toPoint()
    qtbot.mouseClick(folding.viewport(), Left, pos=place)
    assert folding.folded.count() == 500
    assert folding.hidden_rect(2).isEmpty()


def test_keys_fold_what_the_caret_is_in(folding: TextView, qtbot: QtBot) -> None:
    both = Mod.ControlModifier | Mod.ShiftModifier
    folding.activateWindow()
    folding.setFocus()
    qtbot.waitUntil(folding.hasFocus)
    folding.select(Selection(Position(6, 3), Position(6, 3)))
    qtbot.keyClick(folding, Key.Key_BracketLeft, both)
    assert folding.folded.folded(5) == Fold(5, 7)
    assert folding.selection().caret == Position(5, len("line 5 of many"))
    qtbot.keyClick(folding, Key.Key_Down)
    assert folding.selection().caret.line == 8
    qtbot.keyClick(folding, Key.Key_BraceLeft, both)
    assert folding.selection().caret.line == 2
    qtbot.keyClick(folding, Key.Key_BracketRight, both)
    assert folding.folded.folded(2) is None
    assert folding.folded.folded(5) == Fold(5, 7)
    qtbot.keyClick(folding, Key.Key_Down, Mod.ControlModifier)
    names = [action.text() for action in folding.actions() if action.isVisible()]
    assert names == ["Copy", "Select All", "Fold", "Unfold", "Unfold All"]


def test_the_caret_steps_over_what_is_folded(folding: TextView, qtbot: QtBot) -> None:
    folding.fold(2)
    folding.select(Selection(Position(2, 14), Position(2, 14)))
    qtbot.keyClick(folding, Key.Key_Right)
    assert folding.selection().caret == Position(13, 0)
    qtbot.keyClick(folding, Key.Key_Left)
    assert folding.selection().caret == Position(2, 14)
    qtbot.keyClick(folding, Key.Key_Home)
    qtbot.keyClick(folding, Key.Key_Down, Mod.ShiftModifier)
    assert folding.selected_text().count("\n") == 11


def test_a_copy_holds_what_is_folded(folding: TextView, qtbot: QtBot, qapp: QApplication) -> None:
    folding.fold(2)
    qtbot.mouseClick(folding.viewport(), Left, pos=QPoint(3, 2 * folding.line_height + 5))
    folding.copy()
    lines = qapp.clipboard().text().split("\n")
    assert lines == [*(f"line {number} of many" for number in range(2, 13)), ""]
    folding.select_all()
    folding.copy()
    qtbot.waitUntil(lambda: qapp.clipboard().text().count("\n") == 499)  # copied in steps
    qapp.clipboard().clear()


def test_a_caret_that_is_hidden_stands_behind_what_hides_it(
    folding: TextView, qtbot: QtBot
) -> None:
    folding.select(Selection(Position(0, 0), Position(6, 40)))
    folding.fold(2)
    assert folding.selection().caret.line == 6
    assert folding.rect_of(Position(6, 40)) == folding.rect_of(Position(2, 14))
    qtbot.keyClick(folding, Key.Key_Left)
    assert folding.selection().caret == Position(2, 13)


def test_a_place_that_is_scrolled_to_is_no_longer_hidden(folding: TextView) -> None:
    folding.fold(5)
    folding.fold(2)
    folding.show_matches(LineHits([(6, 0, 4)]), 0)
    folding.scroll_to(6)
    assert not folding.folded.is_hidden(6)
    assert folding.line_at(folding.rect_of(Position(6, 0)).center()) == 6


def test_the_line_at_the_top_stays_there(folding: TextView) -> None:
    folding.scroll_to(300)
    top = folding.line_at(QPoint(0, 0))
    folding.fold(2)
    assert folding.line_at(QPoint(0, 0)) == top
    folding.unfold_all()
    assert folding.line_at(QPoint(0, 0)) == top
    folded = FoldedLines(folding.lines)
    folded.fold_last(Fold(0, 100))
    folding.show_folded(folded)
    assert folding.line_at(QPoint(0, 0)) == top


class Shortened(StringLines):
    def full_text(self, line: int) -> str:
        return self.text(line)

    def long_value(self, line: int) -> LongValue | None:
        return LongValue("name", b"whole", 0, 5) if line == 1 else None


def test_a_long_value_is_asked_for_by_click_key_and_menu(view: TextView, qtbot: QtBot) -> None:
    view.show_lines(Shortened("a\nb…\nc"))
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.tip_at(beside(view, 1)) == "Open the whole value (5 bytes)"
    assert view.tip_at(beside(view, 0)) == ""
    with qtbot.waitSignal(view.value_requested) as asked:
        qtbot.mouseClick(view.viewport(), Left, pos=beside(view, 1))
    assert asked.args[0].name == "name"
    with qtbot.waitSignal(view.value_requested):
        qtbot.keyClick(view, Key.Key_Return)
    qtbot.keyClick(view, Key.Key_Down)
    assert "Open Whole Value" not in [a.text() for a in view.actions() if a.isVisible()]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=point(view, 1, 0))
    assert "Open Whole Value" in [a.text() for a in view.actions() if a.isVisible()]


def test_lines_that_go_on_have_no_number_and_are_copied_as_one(
    view: TextView, qapp: QApplication
) -> None:
    lines = TextLines(b"x" * 2950 + b"\n" + b"y" * 2500)
    list(lines.read())
    view.show_lines(lines)
    assert [view.number(line) for line in (0, 1, 29, 30, 31)] == ["1", "·", "·", "2", "·"]
    view.select_all()
    view.copy()
    assert qapp.clipboard().text() == "x" * 2950 + "\n" + "y" * 2500
    qapp.clipboard().clear()
