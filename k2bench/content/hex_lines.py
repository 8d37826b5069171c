"""A body as a hex dump: sixteen bytes a line, made when a line is asked for."""

from k2bench.content.data import Data, Progress, Steps
from k2bench.content.highlight import Span

BYTES = 16
_SHOWN = bytes(byte if 32 <= byte < 127 else 0x2E for byte in range(256))


class HexLines:
    """Lines (see `lines.Lines`): the offset, the bytes, and those of ASCII as characters."""

    def __init__(self, data: Data) -> None:
        self._data = data
        self._digits = max(8, len(f"{len(data):x}"))

    def count(self) -> int:
        """How many lines there are."""
        return -(-len(self._data) // BYTES)

    def text(self, line: int) -> str:
        """One line: `00000010  48 65 6C 6C 6F ...  Hello...`."""
        part = self._data[line * BYTES : (line + 1) * BYTES]
        left, right = part[:8].hex(" ").upper(), part[8:].hex(" ").upper()
        characters = part.translate(_SHOWN).decode("ascii")
        return f"{line * BYTES:0{self._digits}X}  {left:<23}  {right:<23}  {characters}"

    def width(self) -> int:
        """Characters of a full line."""
        return self._digits + 2 + 23 + 2 + 23 + 2 + BYTES

    def read(self) -> Steps["HexLines"]:
        """Nothing needs to be read: it is here to be like the other texts."""
        yield Progress(len(self._data), len(self._data))
        return self

    def offset_of(self, line: int) -> int:
        """The offset of a line's first byte."""
        return line * BYTES

    def part_of(self, first: int, stop: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Where bytes of one line stand: the column and length of their digits and characters.

        Args:
            first, stop: numbers of bytes within the line.
        """
        start, end = _column(first), _column(stop - 1) + 2
        characters = self._digits + 2 + _column(BYTES) + first
        return (self._digits + 2 + start, end - start), (characters, stop - first)

    def place_of(self, offset: int) -> tuple[int, int]:
        """The line of a byte, and the column of its first digit."""
        line, byte = divmod(offset, BYTES)
        return line, self._digits + 2 + _column(byte)


def hex_spans(line: str) -> list[Span]:
    """The roles of the parts of a line: the offset and zeros dim, the characters as a string."""
    start = line.index("  ") + 2
    places = [start + _column(byte) for byte in range(BYTES)]
    zeros = [(at, 2, "punctuation") for at in places if line[at : at + 2] == "00"]
    end = start + _column(BYTES)
    return [(0, start - 2, "punctuation"), *zeros, (end, len(line) - end, "string")]


def _column(byte: int) -> int:
    """The column of a byte's first digit, behind the offset: there is a gap after eight."""
    return byte * 3 + byte // 8
