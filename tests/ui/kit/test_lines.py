import pytest

from k2bench.content.lines import Lines
from k2bench.ui.kit.lines import StringLines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one", ["one"]),
        ("one\r\ntwo\n", ["one", "two", ""]),
        ("form\x0cfeed\u2028separator", ["form\x0cfeed\u2028separator"]),
    ],
)
def test_a_string_is_cut_at_line_ends_only(text: str, lines: list[str]) -> None:
    made: Lines = StringLines(text)
    assert [made.text(line) for line in range(made.count())] == lines
    assert made.width() == max(map(len, lines))
