import mmap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content import text_lines
from k2bench.content.text_lines import TextLines
from tests.content.samples import done


def read(data, *where):
    return done(TextLines(data, *where).read())


def texts(lines):
    return [lines.text(i) for i in range(lines.count())]


@given(st.lists(st.text("ab é€\r", max_size=9), max_size=60), st.booleans(), st.integers(8, 99))
def test_lines_are_those_between_line_ends(values, ended, block):
    text = "\n".join(values) + "\n" * ended
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_lines, "BLOCK", block)
        lines = read(text.encode())
        expected = text.removesuffix("\n").split("\n")
        assert texts(lines) == [line.removesuffix("\r") for line in expected]


@given(st.text("ab é€\n😀", max_size=400), st.integers(3, 40), st.integers(8, 99))
def test_cut_lines_lose_nothing(text, wrap, block):
    data = text.encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_lines, "BLOCK", block)
        patch.setattr(text_lines, "WRAP", wrap)
        patch.setattr(text_lines, "ONE_LINE_WRAP", wrap)
        lines = read(data)
        spans = [lines.span(i) for i in range(lines.count())]
        assert b"".join(data[start:end] for start, end in spans) == data
        assert "\ufffd" not in "".join(texts(lines))
        assert all(end > start for start, end in spans) or not data
        for i, (start, end) in enumerate(spans):
            assert lines.line_at(start) == i
            assert lines.line_at(max(start, end - 1)) == i


def test_a_body_without_line_ends_is_cut_at_a_fixed_width():
    lines = read(b"x" * 1_000_000)
    assert lines.is_wrapped
    assert lines.count() >= 1_000_000 // text_lines.ONE_LINE_WRAP
    assert max(map(len, texts(lines))) == lines.width() == text_lines.ONE_LINE_WRAP


def test_one_long_line_among_short_ones_is_cut():
    data = b"short\n" * 20_000 + b"y" * 200_000 + b"\n" + b"short\n" * 20_000
    lines = read(data)
    assert not lines.is_wrapped
    assert max(map(len, texts(lines))) <= 3 * text_lines.WRAP
    assert "".join(texts(lines)).count("y") == 200_000
    assert lines.text(3) == lines.text(lines.count() - 1) == "short"


def test_lines_are_there_while_reading_goes_on():
    lines = TextLines(b"line\n" * 500_000)
    work = lines.read()
    next(work)
    assert 0 < lines.count() < 500_000
    assert lines.text(lines.count() - 1) == "line"
    done(work)
    assert lines.count() == 500_000


def test_marks_invalid_bytes_and_emptiness():
    assert texts(read(b"\xef\xbb\xbfa\r\nb\xff")) == ["a", "b\ufffd"]
    assert texts(read(b"")) == [""]
    assert texts(read(b"\n")) == [""]
    assert texts(read(b"\n\n")) == ["", ""]


def test_a_part_of_the_data():
    lines = read(b"aaa\nbbb\nccc\nddd", 4, 11)
    assert texts(lines) == ["bbb", "ccc"]
    assert lines.line_at(9) == 1


def test_a_mapped_file(tmp_path):
    path = tmp_path / "body"
    path.write_bytes(b"one\ntwo\n")
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    assert texts(read(data)) == ["one", "two"]
    data.close()


@given(st.binary(max_size=300), st.integers(1, 9))
def test_all_of_it_in_one_string(data, block):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_lines, "BLOCK", block)
        lines = TextLines(data, 0)
        assert done(lines.whole()) == data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def test_what_goes_on_and_what_number_a_line_has():
    lines = read(b"a" * 2500 + b"\nb\n" + b"c" * 1500)
    whole = [line for line in range(lines.count()) if not lines.goes_on(line)]
    assert [lines.text(line)[0] for line in whole] == ["a", "b", "c"]
    assert [lines.number(line) for line in whole] == [1, 2, 3]
    assert lines.number(whole[1] - 1) == 1
    assert lines.number(lines.count() - 1) == 3
