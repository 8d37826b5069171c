"""One array of objects as offsets: 8 bytes a row, cut in steps of about 512 KB.

A cut is right when the parser accepts `[` + step + `]`; where no cut can be guessed, rows are
found one by one by their brackets. It does not know what the rows hold.
"""

import re
from array import array
from bisect import bisect_right
from itertools import accumulate

import msgspec

from k2bench.content.data import Data, Offsets, Pauses
from k2bench.content.json_scan import after_child, skip_blank, value_end

STEP = 1 << 19
TRIES = 2  # guesses of a cut by one mark; each costs the time of parsing the step
SLOW = 1 << 18  # bytes cut row by row before a cut is guessed again
_rows = msgspec.json.Decoder(list[msgspec.Raw]).decode
_GAP = re.compile(rb"[ \t\r\n]*,[ \t\r\n]*")
_HEAD = re.compile(rb'\{[ \t\r\n]*(?:"[^"\\]{0,80}")?')
_END = b" \t\r\n,"
_REFUSED = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class RowArray:
    """The rows of one array, found while `cut()` runs.

    One thread cuts; others may read rows below `count` meanwhile.

    Attributes:
        path: the names that lead to the array, from the root.
        open_at: the offset of its `[`.
        end: the offset behind its `]`; 0 until it was reached.
    """

    def __init__(self, data: Data, open_at: int, path: tuple[str, ...] = ()) -> None:
        self.path = path
        self.open_at = open_at
        self.end = 0
        self._data = data
        self._starts = array("Q")
        self._last_end = open_at + 1
        self._count = 0
        self._gap = b""
        self._head = b""
        self._ends: tuple[bytes, ...] = ()

    @property
    def name(self) -> str:
        """The path in words: `d.results`; empty for an array that is the whole body."""
        return ".".join(self.path)

    @property
    def count(self) -> int:
        """Rows found so far."""
        return self._count

    @property
    def reached(self) -> int:
        """The offset up to which rows were found."""
        return self._last_end

    @property
    def starts(self) -> Offsets:
        """Where each row found so far starts. It grows while rows are found; not to be changed."""
        return self._starts

    def span(self, row: int) -> tuple[int, int]:
        """The offsets of a row's first byte and of a byte behind its end, blanks included."""
        end = self._last_end  # read before the length: another thread may append in between
        if row + 1 < len(self._starts):
            end = self._starts[row + 1]
        return self._starts[row], end

    def row(self, row: int) -> bytes:
        """The text of one row."""
        start, end = self.span(row)
        return self._data[start:end].rstrip(_END)

    def batch(self, first: int, stop: int) -> bytes:
        """The text of the rows from `first` to before `stop`, as they stand with their commas."""
        start, end = self._starts[first], self.span(stop - 1)[1]
        return self._data[start:end].rstrip(_END)

    def offsets(self, first: int, stop: int) -> list[int]:
        """Where each of these rows starts in the text that `batch(first, stop)` gives."""
        base = self._starts[first]
        return [start - base for start in self._starts[first:stop]]

    def batches(self, size: int = 1 << 18, first: int = 0) -> list[tuple[int, int]]:
        """The rows from `first` on in ranges (first, stop) of about `size` bytes."""
        ranges, count = [], self.count
        while first < count:
            stop = bisect_right(self._starts, self._starts[first] + size, first + 1, count)
            ranges.append((first, stop))
            first = stop
        return ranges

    def cut(self) -> Pauses[None]:
        """Find the rows, until the array's end.

        Raises:
            FlawError: the array is broken; the rows before stay.
        """
        at = skip_blank(self._data, self._last_end)
        if self._data[at : at + 1] == b"]":
            self.end = at + 1
            return
        while not self.end:
            at = yield from self._slow_step(at)
            while not self.end:
                ahead = yield from self._fast_step(at)
                if ahead == at:
                    break
                at = ahead

    def _fast_step(self, at: int) -> Pauses[int]:
        """Cut about 512 KB at a guessed place. Returns the next row's offset, or `at` again."""
        for end in self._ends if self._head else ():
            mark = end + self._gap + self._head
            stop = at + STEP
            for _ in range(TRIES):
                cut = self._data.rfind(mark, at, stop)
                if cut < 0:
                    break
                found = self._take(at, self._data[at : cut + len(end)])
                yield
                if found:
                    return cut + len(end) + len(self._gap)
                stop = cut + len(mark) - 1
        return at

    def _take(self, at: int, text: bytes) -> bool:
        """Add the rows of `text`, which stands at `at`; False when the parser refuses it."""
        try:
            rows = _rows(b"[" + text + b"]")
        except _REFUSED:
            return False
        if self._gap.join(rows) == text:
            wide = len(self._gap)
            starts = list(accumulate((len(row) + wide for row in rows), initial=at))
            end = starts.pop() - wide
        else:
            starts = []
            for row in rows:
                starts.append(at)
                end = at + len(row)
                gap = _GAP.match(self._data, end)
                at = gap.end() if gap else end
        self._starts.extend(starts)
        self._publish(end)
        return True

    def _publish(self, last_end: int) -> None:
        """Let readers see the rows found. The order matters to them: see span()."""
        self._last_end = last_end
        self._count = len(self._starts)

    def _slow_step(self, at: int) -> Pauses[int]:
        """Find rows one by one for a while. Returns the next row's offset."""
        data, stop, rows = self._data, at + SLOW, 0
        learn = 2 if not self._gap else 1 << 30
        while at < stop and rows < learn:
            end = yield from value_end(data, at)
            self._starts.append(at)
            self._publish(end)
            following, closed = after_child(data, end, b"]")
            rows += 1
            if closed:
                self.end = following
                break
            self._learn(end, following)
            at = following
        if rows > 2:  # the first two rows are no news: let the first step be a large one
            yield
        return at

    def _learn(self, end: int, following: int) -> None:
        """Remember what stands between two rows, to guess the next cuts by."""
        head = _HEAD.match(self._data, following)
        if head and self._data[end - 1 : end] == b"}":
            self._gap = self._data[end:following]
            self._head = head.group()
            # a row ends like this one, and seldom anything inside of a row does
            self._ends = (self._data[end - 2 : end], b"}")
