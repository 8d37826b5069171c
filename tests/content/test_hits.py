from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.hex_lines import HexLines
from k2bench.content.hits import ByteHits, CutHits, HexHits, LineHits, TextHits
from k2bench.content.text_lines import TextLines


def test_lines() -> None:
    hits = LineHits([(0, 4, 2), (3, 0, 1), (3, 5, 1)])
    assert len(hits) == 3
    assert hits[1] == (3, 0, 1)
    assert hits[1:] == [(3, 0, 1), (3, 5, 1)]
    assert list(hits.on_line(3)) == [(0, 1, 1), (5, 1, 2)]
    assert list(hits.on_line(1)) == []
    assert [hits.index_from(0), hits.index_from(0, 5), hits.index_from(3, 1)] == [0, 1, 2]
    assert hits.index_from(9) == 3


def test_bytes() -> None:
    hits = ByteHits()
    for start in (2, 10, 20):
        hits.add(start, start + 4)
    assert hits[1] == (10, 14)
    assert [hits.index_from(offset) for offset in (0, 2, 3, 20, 21)] == [0, 0, 1, 2, 3]
    assert list(hits.within(4, 11)) == [(4, 6, 0), (10, 11, 1)]
    assert list(hits.within(14, 20)) == []


def test_bytes_in_a_dump() -> None:
    lines = HexLines(b"0123456789abcdefNEEDLE and more")
    hits = ByteHits()
    for start, end in ((2, 4), (14, 22)):
        hits.add(start, end)
    found = HexHits(hits, lines)

    def marked(line: int) -> list[tuple[str, int]]:
        text = lines.text(line)
        return [(text[at : at + size], index) for at, size, index in found.on_line(line)]

    assert marked(0) == [("32 33", 0), ("65 66", 1), ("23", 0), ("ef", 1)]
    assert marked(1) == [("4E 45 45 44 4C 45", 1), ("NEEDLE", 1)]
    line, column = found.place(1)
    assert lines.text(line)[column:].startswith("65 66")


@given(st.lists(st.text("aäx😀", max_size=6), min_size=1, max_size=6), st.data())
def test_a_hit_stands_where_its_text_is(lines: list[str], data: st.DataObject) -> None:
    body = "\n".join(lines).encode()
    index = TextLines(body)
    list(index.read())
    line = data.draw(st.integers(0, len(lines) - 1))
    text = lines[line]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before = len("\n".join([*lines[:line], ""]).encode()) + len(text[:start].encode())
    hits = ByteHits()
    if end > start:
        hits.add(before, before + len(text[start:end].encode()))
        found = TextHits(hits, index, body)
        assert list(found.on_line(line)) == [(start, end - start, 0)]
        assert found.place(0) == (line, start)


def test_a_hit_that_goes_on_in_the_next_line() -> None:
    body = b"x" * 350
    lines, hits = TextLines(body * 20), ByteHits()
    list(lines.read())
    assert lines.is_wrapped
    hits.add(195, 305)
    found = TextHits(hits, lines, body * 20)
    assert [list(found.on_line(line)) for line in range(5)] == [
        [], [(95, 5, 0)], [(0, 100, 0)], [(0, 5, 0)], [],
    ]  # fmt: skip


def test_a_hit_in_what_is_cut_off() -> None:
    class Lines:
        def count(self) -> int:
            return 2

        def width(self) -> int:
            return 1

        def text(self, line: int) -> str:
            return "abc… (5,000 characters)," if line else "a abc"

    found = CutHits(LineHits([(0, 2, 3), (1, 0, 2), (1, 2, 3), (1, 900, 2), (1, 950, 2)]), Lines())
    assert list(found.on_line(0)) == [(2, 3, 0)]
    assert list(found.on_line(1)) == [(0, 2, 1), (2, 22, 2)]
    assert [found.place(index) for index in (0, 2, 3)] == [(0, 2), (1, 2), (1, 3)]
