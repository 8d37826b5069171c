import json

from k2bench.content.pretty_json import PrettyJson
from k2bench.ui.kit.lines import StringLines
from k2bench.ui.kit.text_selection import START, Position, Selection


def test_it_may_be_made_backwards() -> None:
    selection = Selection(Position(2, 1), Position(0, 3))
    assert (selection.start, selection.end) == (Position(0, 3), Position(2, 1))
    assert not selection.is_empty
    assert Selection(START, START).is_empty


def test_each_line_has_its_part() -> None:
    selection = Selection(Position(1, 2), Position(3, 4))
    assert selection.columns(0, 9) is None
    assert selection.columns(1, 9) == (2, 9)
    assert selection.columns(2, 9) == (0, 9)
    assert selection.columns(3, 9) == (0, 4)
    assert selection.columns(3, 2) == (0, 2)
    assert selection.columns(4, 9) is None
    assert [selection.ends_line(line) for line in range(5)] == [False, True, True, False, False]


def test_the_text_of_each_line() -> None:
    lines = StringLines("first\nsecond\nthird")
    assert list(Selection(Position(0, 2), Position(2, 2)).texts(lines)) == [
        "rst",
        "\nsecond",
        "\nth",
    ]
    assert list(Selection(Position(1, 1), Position(1, 3)).texts(lines)) == ["ec"]
    assert list(Selection(Position(1, 0), Position(9, 0)).texts(lines)) == ["second", "\nthird"]


def test_a_long_value_is_selected_with_its_line() -> None:
    body = json.dumps({"a": "x" * 9000, "b": "y" * 200_000, "c": 1}, indent=2)
    lines = PrettyJson(body.encode())
    list(lines.read())
    whole = Selection(Position(0, 0), Position(9, 0))
    assert "".join(whole.texts(lines)) == body
    part = Selection(Position(1, 2), Position(1, 5))
    assert list(part.texts(lines)) == ['"a"']
