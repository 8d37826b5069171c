from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.content.hex_lines import HexLines
from k2bench.content.pretty_json import PrettyJson
from k2bench.content.text_lines import TextLines
from k2bench.content.wanted import Wanted
from k2bench.ui.kit.text_selection import Position, Selection
from k2bench.ui.kit.text_view import TextView
from k2bench.ui.response.text_finder import TextFinder
from tests.ui.response.answers import odata
from tests.ui.response.finders import found


@pytest.fixture
def view(shown: Callable[[QWidget], QWidget]) -> TextView:
    made = TextView("Text")
    made.resize(500, 200)
    shown(made)
    return made


def laid_out(view: TextView, body: bytes) -> TextFinder:
    lines = PrettyJson(body)
    for _ in lines.read():
        pass
    view.show_lines(lines)
    finder = TextFinder(view)
    finder.show_lines(lines, body)
    return finder


def as_sent(view: TextView, body: bytes) -> TextFinder:
    lines = TextLines(body)
    for _ in lines.read():
        pass
    view.show_lines(lines)
    finder = TextFinder(view)
    finder.show_lines(lines, body)
    return finder


def test_bytes_are_found_in_a_dump(view: TextView) -> None:
    lines = HexLines(b"x" * 160 + b"NEEDLE" + b"\xff\0" * 200 + b"needle")
    view.show_lines(lines)
    finder = TextFinder(view)
    finder.show_lines(lines, lines._data)
    assert found(finder, "needle") == 2
    assert finder.nearest() == 0
    finder.mark(0)
    assert marked(view, 10) == ["4E 45 45 44 4C 45", "NEEDLE"]
    finder.jump(1)
    assert view.selection().caret.line == (160 + 6 + 400) // 16
    assert finder.nearest() == 1


def marked(view: TextView, line: int) -> list[str]:
    text = view.lines.text(line)
    return [text[start : start + size] for start, size, _ in view._matches.on_line(line)]


def test_what_is_laid_out_is_found_as_it_is_shown(view: TextView) -> None:
    finder = laid_out(view, b'{"a":1,"b":{"a":1}}')
    assert found(finder, '"a": 1') == 2
    finder.mark(0)
    assert [marked(view, line) for line in (1, 3)] == [['"a": 1'], ['"a": 1']]
    assert found(finder, '"a":1') == 0
    assert found(as_sent(view, b'{"a":1,"b":{"a":1}}'), '"a":1') == 2


def test_a_jump_brings_a_hit_into_view(view: TextView) -> None:
    finder = laid_out(view, odata(2000))
    assert found(finder, '"ID": 1999') == 1
    finder.jump(0)
    assert any('"ID": 1999' in text for text in view.visible_texts())
    line, column = view.selection().caret
    assert view.lines.text(line)[column:].startswith('"ID": 1999')


@pytest.mark.parametrize("make", [laid_out, as_sent])
def test_the_nearest_is_at_the_caret_or_else_on_the_screen(
    view: TextView, make: Callable[[TextView, bytes], TextFinder]
) -> None:
    body = b"[\n" + b",\n".join(b'"x\xc3\xa4x"' for _ in range(500)) + b"\n]"
    finder = make(view, body)
    assert found(finder, "x") == 1000
    assert finder.nearest() == 0
    line = view.lines.text(2)
    view.select(Selection(Position(2, 0), Position(2, line.index("ä"))))
    assert finder.nearest() == 3
    view.scroll_to(400)
    assert finder.nearest() == 2 * (view.verticalScrollBar().value() - 1)


def test_a_hit_across_two_lines_of_the_screen(view: TextView) -> None:
    finder = as_sent(view, b"x" * 95 + b"needle haystack" + b"x" * 3000)
    assert found(finder, "needle hay") == 1
    finder.mark(0)
    assert marked(view, 0) + marked(view, 1) == ["needl", "e hay"]


def test_a_hit_in_what_is_cut_off(view: TextView) -> None:
    finder = laid_out(view, b'["' + b"x" * 6000 + b'needle", "needle"]')
    assert found(finder, "needle") == 2
    finder.mark(0)
    assert marked(view, 1)[0].startswith("… (6,0")
    finder.jump(0)
    assert view.selection().caret.line == 1


def test_nothing_to_search_and_nothing_marked(view: TextView, qtbot: QtBot) -> None:
    finder = laid_out(view, b"[1]")
    assert found(finder, "1") == 1
    finder.mark(0)
    finder.clear()
    assert marked(view, 1) == []
    finder.mark(-1)
    finder.jump(0)
    assert marked(view, 1) == []
    finder.show_lines(None)
    assert finder.search(Wanted("1")) is None
    assert finder.nearest() == 0


def test_a_jump_unfolds_what_hides_a_hit(view: TextView) -> None:
    finder = laid_out(view, odata(2000))
    value = next(line for line in range(9) if view.lines.text(line).endswith("["))
    view.fold(value + 1)
    view.fold(value)
    assert found(finder, '"ID": 0') == 1
    assert found(finder, '"ID": 1999') == 1
    finder.jump(0)
    assert any('"ID": 1999' in text for text in view.visible_texts())
    assert view.folded.folded(value + 1) is not None  # another fold stays
