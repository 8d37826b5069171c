from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.hex_lines import HexLines, hex_spans
from tests.content.samples import done


def test_lines() -> None:
    lines = done(HexLines(b"\x89PNG\r\n\x1a\n\0\0 hello\xff tail").read())
    assert [lines.text(line) for line in range(lines.count())] == [
        "00000000  89 50 4E 47 0D 0A 1A 0A  00 00 20 68 65 6C 6C 6F  .PNG...... hello",
        "00000010  FF 20 74 61 69 6C                                 . tail",
    ]


@given(st.binary(max_size=80))
def test_every_byte_is_where_it_is_said_to_be(data: bytes) -> None:
    lines = HexLines(data)
    assert lines.count() == -(-len(data) // 16)
    for offset, byte in enumerate(data):
        line, column = lines.place_of(offset)
        text = lines.text(line)
        assert int(text[column : column + 2], 16) == byte
        assert int(text[:8], 16) <= offset < int(text[:8], 16) + 16
        assert len(text) <= lines.width()


def test_roles() -> None:
    line = HexLines(b"\0a" * 8 + b"\0").text(0)
    spans = [(line[start : start + length], role) for start, length, role in hex_spans(line)]
    assert spans[0] == ("00000000", "punctuation")
    assert spans[1:-1] == [("00", "punctuation")] * 8
    assert spans[-1] == (".a" * 8, "string")
    short = HexLines(b"ab").text(0)
    start, length, role = hex_spans(short)[-1]
    assert (short[start : start + length], role) == ("ab", "string")


def test_it_costs_nothing() -> None:
    lines = HexLines(bytes(1_000_000))
    assert lines.count() == 62_500
    assert lines.text(62_499).startswith("000F4230  00")
