import time

import pytest

from k2bench.auth.pasting.markup import numbered_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb", [(1, "a"), (2, "b")]),
        ("secret: a<b>c&amp;d", [(1, "secret: a<b>c&amp;d")]),  # no closing tag: no HTML
        ("id: <your id> &amp;", [(1, "id: <your id> &amp;")]),
        ("x\n<b>a</b> &amp; c", [(1, "x"), (2, "a & c")]),
        ("a<br>b", [(1, "a"), (1, "b")]),
        ("<td>a</td> <td>b</td>", [(1, "a | b")]),
        ('<a class="x" href="https://h/y">a</a>', [(1, "a"), (1, "https://h/y")]),
        ("<b>a</b> <secret>", [(1, "a <secret>")]),
    ],
)
def test_lines_of_text_and_of_html(text: str, lines: list[tuple[int, str]]) -> None:
    assert list(numbered_lines(text)) == lines


@pytest.mark.parametrize(
    "part", ["<", "<a ", "<a href=", "<td>", "</td>", "<!--", "<p ", "&", "x=", "href=https://"]
)
def test_odd_markup_takes_time_by_its_length(part: str) -> None:
    before = time.process_time()
    list(numbered_lines("<br><a " + part * (200_000 // len(part))))
    assert time.process_time() - before < 20
