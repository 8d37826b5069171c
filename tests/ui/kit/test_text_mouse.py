from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.lines import StringLines
from k2bench.ui.kit.text_mouse import TextMouse
from k2bench.ui.kit.text_selection import Position, Selection


class Surface(QObject):
    """One pixel a character, one a line; below 5 is outside."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = StringLines("one two\nthree four\nfive\nsix\nseven\neight")
        self.selection = Selection()
        self.scrolled = 0

    def position_at(self, point: QPoint) -> Position:
        line = min(point.y() + self.scrolled, 5)
        return Position(line, min(point.x(), len(self.lines.text(line))))

    def select(self, selection: Selection) -> None:
        self.selection = selection

    def shown_place(self, place: Position) -> Position:
        return place

    def scroll_towards(self, point: QPoint) -> bool:
        self.scrolled += point.y() > 1
        return point.y() > 1


def test_dragging_selects_from_the_press(qapp: QApplication) -> None:
    surface = Surface()
    mouse = TextMouse(surface, surface)
    mouse.press(QPoint(2, 0), None, False)
    mouse.drag(QPoint(3, 1))
    assert surface.selection == Selection(Position(0, 2), Position(1, 3))
    mouse.drag(QPoint(0, 0))
    assert surface.selection == Selection(Position(0, 2), Position(0, 0))
    mouse.release()


def test_shift_selects_from_the_anchor(qapp: QApplication) -> None:
    surface = Surface()
    TextMouse(surface, surface).press(QPoint(3, 1), Position(0, 1), False)
    assert surface.selection == Selection(Position(0, 1), Position(1, 3))


def test_words_then_the_line(qapp: QApplication) -> None:
    surface = Surface()
    mouse = TextMouse(surface, surface)
    mouse.double_click(QPoint(1, 1))
    assert surface.selection == Selection(Position(1, 0), Position(1, 5))
    mouse.drag(QPoint(7, 1))
    assert surface.selection == Selection(Position(1, 0), Position(1, 10))
    mouse.drag(QPoint(1, 0))
    assert surface.selection == Selection(Position(1, 5), Position(0, 0))
    mouse.press(QPoint(1, 1), None, False)
    assert surface.selection == Selection(Position(1, 0), Position(2, 0))
    mouse.press(QPoint(1, 1), None, False)
    assert surface.selection.is_empty


def test_a_line_number_selects_its_line(qapp: QApplication) -> None:
    surface = Surface()
    TextMouse(surface, surface).press(QPoint(0, 1), None, True)
    assert surface.selection == Selection(Position(1, 0), Position(2, 0))


def test_it_scrolls_on_while_the_mouse_is_outside(qapp: QApplication, qtbot: QtBot) -> None:
    surface = Surface()
    mouse = TextMouse(surface, surface)
    mouse.press(QPoint(0, 0), None, False)
    mouse.drag(QPoint(2, 2))
    qtbot.waitUntil(lambda: surface.scrolled >= 3)
    assert surface.selection.caret.line >= 4
    mouse.release()
    before = surface.scrolled
    qtbot.wait(100)
    assert surface.scrolled == before
