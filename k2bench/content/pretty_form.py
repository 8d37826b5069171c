"""Form data, one decoded pair a line: `name = value` (WHATWG URL, section 5.1)."""

from array import array
from urllib.parse import unquote_to_bytes

from k2bench.content.data import Data, Progress, Steps
from k2bench.content.long_value import LongValue, Spelling
from k2bench.content.passages import PIECE, Passage, Passages, long_line

LONG = 5000  # characters of a line that is shown whole
HEAD = 1000  # characters shown of a longer one
PAUSE = 2000  # pairs between two pauses


class PrettyForm:
    """Lines (see `lines.Shortening`) of a form, while and after `read()` finds its pairs."""

    def __init__(self, data: Data) -> None:
        self._data = data
        self._starts = array("Q", [0])
        self._width = 1

    def count(self) -> int:
        """How many lines there are so far."""
        return len(self._starts)

    def width(self) -> int:
        """Characters of the longest line seen."""
        return self._width

    def text(self, line: int) -> str:
        """One pair; line ends in it show as blanks, a very long one is cut."""
        start, end = self._span(line)
        if end - start > 4 * LONG:  # too long to be decoded while painting
            text = f"{_one_line(_pair(self._data[start : start + HEAD]))}… ({end - start:,} bytes)"
        elif len(text := _one_line(self.full_text(line))) > LONG:
            text = f"{text[:HEAD]}… ({len(text):,} characters)"
        self._width = max(self._width, len(text))
        return text

    def full_text(self, line: int) -> str:
        """One pair, whole."""
        start, end = self._span(line)
        return _pair(self._data[start:end])

    def long_value(self, line: int) -> LongValue | None:
        """The value of which the line shows the start; None when it shows all there is."""
        start, end = self._span(line)
        if end - start <= LONG or (end - start <= 4 * LONG and len(self.full_text(line)) <= LONG):
            return None
        mark = self._data.find(b"=", start, end)
        name = _decoded(self._data[start : min(mark, start + HEAD)]) if mark >= 0 else ""
        return LongValue(name, self._data, max(start, mark + 1), end, Spelling.FORM)

    def passages(self) -> Passages:
        """The whole text to be searched, with what `text` cuts off; a very long pair as sent."""
        for line in range(self.count()):
            start, end = self._span(line)
            if end - start > PIECE:
                yield from long_line(self._data, start, end, line, "")
            else:
                yield Passage(line, " ".join(self.full_text(line).splitlines()))

    def _span(self, line: int) -> tuple[int, int]:
        last = line + 1 == len(self._starts)
        return self._starts[line], len(self._data) if last else self._starts[line + 1] - 1

    def read(self) -> Steps["PrettyForm"]:
        """Find all pairs."""
        total = len(self._data)
        at = self._data.find(b"&")
        while at >= 0:
            self._starts.append(at + 1)
            if len(self._starts) % PAUSE == 0:
                yield Progress(at, total)
            at = self._data.find(b"&", at + 1)
        return self


def _pair(raw: bytes) -> str:
    name, mark, value = raw.partition(b"=")
    return f"{_decoded(name)} = {_decoded(value)}" if mark else _decoded(name)


def _one_line(text: str) -> str:
    return " ".join(text.splitlines())


def _decoded(part: bytes) -> str:
    return unquote_to_bytes(part.replace(b"+", b" ")).decode("utf-8", "replace")
