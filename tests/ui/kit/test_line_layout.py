from collections.abc import Sequence

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from k2bench.ui.kit.fonts import body_font
from k2bench.ui.kit.line_layout import MEASURED, PIECE, TAB, LineLayout, Span, TextStyle
from k2bench.ui.kit.syntax import syntax_formats, text_format
from k2bench.ui.kit.tokens import LIGHT


@pytest.fixture
def style(qapp: QApplication) -> TextStyle:
    return TextStyle.of(body_font(), syntax_formats(LIGHT))


def paint(layout: LineLayout, left: float = 0, width: int = 400) -> QImage:
    image = QImage(width, 24, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    layout.paint(painter, left, 2, width, [])
    painter.end()
    return image


def is_blank(image: QImage) -> bool:
    white = QImage(image)
    white.fill("white")
    return image == white


@pytest.mark.parametrize("length", [0, 1, PIECE, PIECE + 1, 5 * PIECE, 1_000_000])
def test_a_column_is_found_where_it_is(style: TextStyle, length: int) -> None:
    layout = LineLayout("x" * length, style, None)
    for column in {0, min(1, length), length // 2, length}:
        assert layout.x(column) == pytest.approx(column * style.cell)
        assert layout.column(layout.x(column)) == column
    assert layout.column(-5) == 0
    assert layout.column(1e9) == length


def test_tabs_go_to_the_next_stop(style: TextStyle) -> None:
    layout = LineLayout("a\tb", style, None)
    assert layout.x(2) == pytest.approx(TAB * style.cell)


@pytest.mark.parametrize(
    "text", ["日本語 text", "a😀b", "e\u0301a", '"name": "محمد علي", 1', "\ud800x"]
)
def test_any_script_is_laid_out_and_hit(style: TextStyle, text: str) -> None:
    layout = LineLayout(text, style, None)
    assert 0 < layout.x(len(text)) < len(text) * 3 * style.cell
    assert layout.column(1e9) == len(text)
    assert not is_blank(paint(layout))


def test_text_behind_a_right_to_left_run_stays_behind_it(style: TextStyle) -> None:
    text = '"a": "שלום", "b": 1'
    layout = LineLayout(text, style, None)
    assert layout.x(0) == 0
    assert layout.x(text.index("b")) > layout.x(text.index(","))
    assert layout.x(len(text)) == max(layout.x(column) for column in range(len(text) + 1))


def test_pieces_of_other_scripts_follow_each_other(style: TextStyle) -> None:
    for length in (3 * PIECE, MEASURED + PIECE):
        layout = LineLayout("é\t" * (length // 2), style, None)
        places = [layout.x(column) for column in range(0, length, 97)]
        assert places == sorted(places)
        assert not is_blank(paint(layout, left=-layout.x(length - 20)))


def test_a_long_line_costs_its_visible_part_only(style: TextStyle) -> None:
    asked: list[int] = []

    def spans(text: str) -> Sequence[Span]:
        asked.append(len(text))
        return [(0, 5, "key")]

    layout = LineLayout('{"a":12}' * 125_000, style, spans)
    paint(layout, left=-500_000 * style.cell)
    assert asked == [PIECE]


def test_roles_of_a_short_line_are_asked_for_once(style: TextStyle) -> None:
    asked: list[str] = []

    def spans(text: str) -> Sequence[Span]:
        asked.append(text)
        return [(PIECE - 2, 4, "error"), (0, 1, "no such role")]

    layout = LineLayout("x" * (PIECE + 100), style, spans)
    image = paint(layout, left=-(PIECE - 4) * style.cell)
    assert len(asked) == 1
    reds = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).red() > image.pixelColor(x, y).green() + 60
    ]
    assert min(reds) < 4 * style.cell < max(reds)  # on both sides of the edge of the piece


def test_marks_are_painted_over_the_text(style: TextStyle) -> None:
    layout = LineLayout("a😀cdef", style, None)
    image = QImage(200, 24, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    layout.paint(painter, 0, 2, 200, [(2, 4, text_format("", "#00ff00"))])
    painter.end()
    middle = (layout.x(2) + layout.x(4)) / 2
    assert image.pixelColor(round(layout.x(2) + 2), 4).name() == "#00ff00"
    assert image.pixelColor(round(middle), 4).name() == "#00ff00"
    assert image.pixelColor(round(layout.x(5) + 2), 4).name() == "#ffffff"
