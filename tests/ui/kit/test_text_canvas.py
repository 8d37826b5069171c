from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.content.hits import LineHits
from k2bench.ui.kit.line_layout import Span
from k2bench.ui.kit.lines import StringLines
from k2bench.ui.kit.text_canvas import TextCanvas
from k2bench.ui.kit.text_selection import Position
from k2bench.ui.kit.theme import Theme, ThemeMode
from k2bench.ui.kit.tokens import DARK, LIGHT


class Numbered:
    """Lines that are counted when asked for."""

    def __init__(self, many: int) -> None:
        self.many = many
        self.asked: list[int] = []

    def count(self) -> int:
        return self.many

    def text(self, line: int) -> str:
        self.asked.append(line)
        return f"line {line}"

    def width(self) -> int:
        return 12


@pytest.fixture
def canvas(qapp: QApplication, qtbot: QtBot) -> TextCanvas:
    made = TextCanvas("Raw text")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def colours(canvas: TextCanvas) -> set[str]:
    image = canvas.viewport().grab().toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name().upper() for x, y in points}


def test_only_visible_lines_are_asked_for(canvas: TextCanvas) -> None:
    lines = Numbered(1_000_000)
    canvas.show_lines(lines)
    canvas.viewport().repaint()
    assert set(lines.asked) <= set(range(canvas.rows() + 2))
    lines.asked.clear()
    canvas.scroll_to(500_000)
    canvas.viewport().repaint()
    assert 500_000 in lines.asked
    assert len(set(lines.asked)) <= canvas.rows() + 2


def test_a_step_paints_the_lines_that_come_in(canvas: TextCanvas, qapp: QApplication) -> None:
    lines = Numbered(1000)
    canvas.show_lines(lines)
    qapp.processEvents()
    lines.asked.clear()
    bar = canvas.verticalScrollBar()
    bar.setValue(bar.value() + 3)
    qapp.processEvents()
    assert 0 < len(lines.asked) <= 5


def test_the_end_can_be_reached(canvas: TextCanvas) -> None:
    canvas.show_lines(Numbered(1_000_000))
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().maximum())
    assert "line 999999" in list(canvas.visible_texts())
    canvas.scroll_to(10**9)
    assert "line 999999" in list(canvas.visible_texts())


def test_a_growing_text_does_not_move(canvas: TextCanvas) -> None:
    lines = Numbered(10)
    canvas.show_lines(lines)
    assert canvas.verticalScrollBar().maximum() == 0
    lines.many = 100
    canvas.lines_grew()
    assert canvas.verticalScrollBar().maximum() == 100 - canvas.rows()
    canvas.scroll_to(50)
    here = canvas.verticalScrollBar().value()
    lines.many = 200
    canvas.lines_grew()
    assert canvas.verticalScrollBar().value() == here


def test_a_place_is_hit_where_it_is_painted(canvas: TextCanvas) -> None:
    canvas.show_lines(StringLines("first\n\tsecond 😀 line\nthird"))
    for place in (Position(0, 0), Position(1, 3), Position(1, 10), Position(2, 5)):
        point = canvas.rect_of(place).center() + QPoint(1, 0)
        assert canvas.position_at(point) == place
    assert canvas.position_at(QPoint(-50, -50)) == Position(0, 0)
    assert canvas.position_at(QPoint(9999, 9999)) == Position(2, 5)


def test_a_far_column_comes_into_view(canvas: TextCanvas) -> None:
    class Wrong(StringLines):
        def width(self) -> int:
            return 1

    canvas.show_lines(Wrong("x" * 5000))
    canvas.scroll_to(0, 4000)
    assert canvas.rect_of(Position(0, 4000)).left() < canvas.viewport().width()
    assert canvas.position_at(canvas.rect_of(Position(0, 4000)).center()) == Position(0, 4000)


@pytest.mark.parametrize("text", ["\t" * 60, "\t\tä" * 30, "x" * 200])
def test_the_whole_of_a_wide_line_can_be_scrolled_to(
    canvas: TextCanvas, qtbot: QtBot, text: str
) -> None:
    class Unsure(StringLines):
        def width(self) -> int:
            return 10

    canvas.show_lines(Unsure(text))
    bar = canvas.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    end = canvas.rect_of(Position(0, len(text)))
    assert canvas.gutter < end.left() < canvas.viewport().width()


def test_roles_matches_and_theme(canvas: TextCanvas, qapp: QApplication) -> None:
    def spans(text: str) -> Sequence[Span]:
        return [(0, 4, "error")]

    theme = Theme(qapp, ThemeMode.LIGHT)
    canvas.show_lines(StringLines("\n".join(["MMMMMMMM"] * 4)))
    canvas.set_highlighter(spans)
    assert LIGHT.bad in colours(canvas)
    assert LIGHT.warn_tint not in colours(canvas)
    canvas.show_matches(LineHits([(0, 5, 3), (2, 5, 3)]), current=1)
    assert {LIGHT.warn_tint, LIGHT.warn} <= colours(canvas)
    theme.set_mode(ThemeMode.DARK)
    assert {DARK.bad, DARK.warn_tint, DARK.surface, DARK.window} <= colours(canvas)
    theme.deleteLater()


def test_zoom_makes_lines_higher(canvas: TextCanvas, qapp: QApplication) -> None:
    theme = Theme(qapp)
    before = canvas.line_height
    theme.set_zoom(2)
    assert canvas.line_height > 1.7 * before
    theme.deleteLater()


def test_an_empty_text_is_painted_too(canvas: TextCanvas) -> None:
    canvas.show_lines(Numbered(0))
    canvas.viewport().repaint()
    assert canvas.position_at(QPoint(90, 90)) == Position(0, 0)
    assert list(canvas.visible_texts()) == []


def test_lines_without_numbers(qtbot: QtBot) -> None:
    canvas = TextCanvas("Hex view", numbered=False)
    qtbot.addWidget(canvas)
    canvas.show_lines(StringLines("a\nb"))
    assert canvas.gutter == 0
    canvas.grab()
