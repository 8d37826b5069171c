import pytest

from k2bench.ui.kit import text_moves as moves
from k2bench.ui.kit.lines import StringLines
from k2bench.ui.kit.text_selection import START, Position

LINES = StringLines('{\n    "name": "e\u0301a",\n\n}')
END = Position(3, 1)


@pytest.mark.parametrize(
    ("move", "at", "to"),
    [
        (moves.left, START, START),
        (moves.left, Position(1, 0), Position(0, 1)),
        (moves.left, Position(1, 15), Position(1, 13)),  # over the letter and its accent
        (moves.right, Position(1, 13), Position(1, 15)),
        (moves.right, Position(0, 1), Position(1, 0)),
        (moves.right, END, END),
        (moves.word_left, Position(1, 9), Position(1, 5)),
        (moves.word_left, Position(1, 4), Position(1, 0)),
        (moves.word_left, Position(1, 0), Position(0, 1)),
        (moves.word_right, Position(1, 0), Position(1, 4)),
        (moves.word_right, Position(1, 5), Position(1, 9)),
        (moves.word_right, Position(0, 1), Position(1, 0)),
        (moves.start_of_line, Position(1, 9), Position(1, 4)),
        (moves.start_of_line, Position(1, 4), Position(1, 0)),
        (moves.start_of_line, Position(1, 0), Position(1, 4)),
        (moves.end_of_line, Position(1, 2), Position(1, 18)),
        (moves.start_of_text, END, START),
        (moves.end_of_text, START, END),
    ],
)
def test_a_move_leads_there(move: moves.Move, at: Position, to: Position) -> None:
    assert move(LINES, at) == to


def test_by_lines_keeps_the_column_where_there_is_one() -> None:
    assert moves.by_lines(LINES, Position(1, 9), -1) == Position(0, 1)
    assert moves.by_lines(LINES, Position(0, 1), 1) == Position(1, 1)
    assert moves.by_lines(LINES, Position(1, 9), 99) == Position(3, 1)
    assert moves.by_lines(LINES, Position(0, 1), -1) == START
    assert moves.by_lines(LINES, Position(3, 0), 1) == END


def test_a_word_and_a_line() -> None:
    assert moves.word_at(LINES, Position(1, 6)) == (Position(1, 5), Position(1, 9))
    assert moves.word_at(LINES, Position(2, 0)) == (Position(2, 0), Position(2, 0))
    assert moves.line_at(LINES, Position(1, 6)) == (Position(1, 0), Position(2, 0))
    assert moves.line_at(LINES, Position(3, 1)) == (Position(3, 0), END)
    assert moves.place_at(LINES, END) == (END, END)


def test_a_word_of_a_megabyte_is_not_searched_to_its_ends() -> None:
    lines = StringLines("x" * 1_000_000)
    middle = Position(0, 500_000)
    start, end = moves.word_at(lines, middle)
    assert start < middle < end
    assert end.column - start.column < 10_000
    assert moves.word_right(lines, middle).column < 510_000
    assert moves.word_left(lines, middle).column > 490_000
