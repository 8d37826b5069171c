"""The lines of a text as an index over its bytes: one number for each block of 64 KB.

A text without line ends is cut into lines of a fixed width, so that one line of 50 MB costs no
more than what is visible of it. The text is UTF-8 (see `charset`); it does not know what it says.
"""

from array import array
from bisect import bisect_right

from k2bench.content.data import Data, Progress, Steps
from k2bench.content.json_scan import UTF8_BOM

BLOCK = 1 << 16
STEP = 8  # blocks in one step
KEPT = 64  # blocks whose line starts are remembered
WRAP = 1000  # a line this long, or longer, is cut
ONE_LINE_WRAP = 100  # the same in a text that has no line ends to speak of


class TextLines:
    """A text as lines (see `lines.Wrapped`), while and after `read()` indexes it.

    Args:
        data: UTF-8 text; a byte order mark is skipped.
        start: where the text starts.
        stop: where it ends; the end of `data` when None.
    """

    def __init__(self, data: Data, start: int = 0, stop: int | None = None) -> None:
        self._data = data
        self._start = len(UTF8_BOM) if start == 0 and data[:3] == UTF8_BOM else start
        self._stop = len(data) if stop is None else stop
        head = data[self._start : min(self._stop, self._start + BLOCK)]
        few = head.count(b"\n") * 4 * WRAP < len(head)
        self._wrap = ONE_LINE_WRAP if few and len(head) > WRAP else WRAP
        self._firsts = array("Q", [0])  # number of the first line that starts in each block
        self._ends = array("Q", [0])  # line ends before each block
        self._kept: dict[int, list[int]] = {}
        self._width = 1

    @property
    def is_wrapped(self) -> bool:
        """Whether the whole text is cut at a fixed width, having no line ends of its own."""
        return self._wrap == ONE_LINE_WRAP

    def count(self) -> int:
        """How many lines there are so far; at least 1."""
        return max(1, self._firsts[-1])

    def width(self) -> int:
        """Characters of the longest line seen."""
        return self._width

    def read(self) -> Steps["TextLines"]:
        """Index the whole text."""
        total = self._stop - self._start
        blocks = -(-total // BLOCK)
        for block in range(len(self._firsts) - 1, blocks):
            text = self._block(block)
            ends = text.count(b"\n")
            self._ends.append(self._ends[-1] + ends)
            self._firsts.append(self._firsts[-1] + self._lines_in(block, text, ends))
            if block % STEP == STEP - 1:
                yield Progress((block + 1) * BLOCK, total)
        return self

    def text(self, line: int) -> str:
        """One line; bytes that are not UTF-8 show as U+FFFD."""
        start, end = self.span(line)
        raw = self._data[start:end]
        text = raw.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", "replace")
        self._width = max(self._width, len(text))
        return text

    def span(self, line: int) -> tuple[int, int]:
        """The offsets of a line's first byte and of the byte behind it, line end included."""
        if self._start >= self._stop:
            return self._stop, self._stop
        block = bisect_right(self._firsts, line) - 1
        starts = self._starts(block)
        place = line - self._firsts[block]
        if place + 1 < len(starts):
            return starts[place], starts[place + 1]
        while (block + 1) * BLOCK < self._stop - self._start:
            block += 1
            following = self._starts(block)
            if following:
                return starts[place], following[0]
        return starts[place], self._stop

    def goes_on(self, line: int) -> bool:
        """Whether the line was cut off the one before."""
        start = self.span(line)[0]
        return start > self._start and self._data[start - 1 : start] != b"\n"

    def number(self, line: int) -> int:
        """The number of the line in the text, from 1, not counting the cuts."""
        start = self.span(line)[0]
        block = (start - self._start) // BLOCK
        within = self._data[self._start + block * BLOCK : start].count(b"\n")
        return self._ends[block] + within + 1

    def line_at(self, offset: int) -> int:
        """The number of the line that holds the byte at `offset`, among those indexed."""
        block = max(0, min((offset - self._start) // BLOCK, len(self._firsts) - 2))
        place = bisect_right(self._starts(block), offset)
        return max(0, self._firsts[block] + place - 1)

    def _lines_in(self, block: int, text: bytes, ends: int) -> int:
        if self._is_cut(text):
            self._width = max(self._width, self._wrap)
            return len(self._starts(block))
        if block % 16 == 0:
            self._width = max(self._width, max(map(len, text.split(b"\n"))))
        ends_there = self._start + block * BLOCK + len(text) >= self._stop and text[-1:] == b"\n"
        return ends + (block == 0) - ends_there

    def _block(self, block: int) -> bytes:
        start = self._start + block * BLOCK
        return self._data[start : min(start + BLOCK, self._stop)]

    def _is_cut(self, text: bytes) -> bool:
        """Whether some stretch of the width has no line end: then each long line is cut."""
        wrap = self._wrap
        return any(
            text.find(b"\n", at, at + wrap) < 0 for at in range(0, len(text) - wrap + 1, wrap)
        )

    def _starts(self, block: int) -> list[int]:
        """Offsets of the lines that start in a block."""
        starts = self._kept.get(block)
        if starts is None:
            starts = self._found_starts(block)
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[block] = starts
        return starts

    def _found_starts(self, block: int) -> list[int]:
        text, base = self._block(block), self._start + block * BLOCK
        starts = [0] if block == 0 else []
        at = text.find(b"\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find(b"\n", at + 1)
        if starts and base + starts[-1] >= self._stop and len(starts) + block > 1:
            starts.pop()  # nothing follows the last line end
        if self._is_cut(text):
            starts = self._cut(text, starts, self._data[base - 1 : base] == b"\n")
        return [base + start for start in starts]

    def _cut(self, text: bytes, starts: list[int], after_line_end: bool) -> list[int]:
        """More starts, so that no line from one start to the next is longer than the width.

        Args:
            text: of the block.
            starts: where lines start in it.
            after_line_end: whether the block before ends a line: it owns the start at 0 then.
        """
        goes_on = not starts or starts[0] >= self._wrap  # a long line from the block before
        marks = [0, *starts] if goes_on else starts
        cut: list[int] = []
        for start, end in zip(marks, [*marks[1:], len(text)], strict=True):
            cut.append(_character_start(text, start))
            for place in range(start + self._wrap, end, self._wrap):
                at = _character_start(text, place)
                if cut[-1] < at < len(text):
                    cut.append(at)
        skip = goes_on and (after_line_end or cut[0] == len(text))
        return cut[1:] if skip else cut


def _character_start(text: bytes, at: int) -> int:
    """The first offset from `at` on that is not within a UTF-8 character."""
    limit = min(at + 3, len(text))
    while at < limit and text[at] & 0xC0 == 0x80:
        at += 1
    return at
