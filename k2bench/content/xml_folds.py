"""Which lines of a laid-out XML belong together: from a start tag to its end tag."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator

from k2bench.content.lines import Fold

PAUSE = 5000  # elements


class XmlFolds:
    """The elements that have lines of their own; 14 bytes each."""

    def __init__(self) -> None:
        self._firsts = array("I")
        self._lasts = array("I")  # 0 while an element is open
        self._parents = array("i")
        self._levels = array("H")
        self._open: list[int] = []

    def begin(self, line: int) -> None:
        """An element begins at a line."""
        self._open.append(len(self._firsts))
        self._parents.append(self._open[-2] if len(self._open) > 1 else -1)
        self._levels.append(min(len(self._open) - 1, 0xFFFF))
        self._lasts.append(0)
        self._firsts.append(line)

    def end(self, line: int) -> None:
        """The innermost element ends at a line."""
        self._lasts[self._open.pop()] = line

    def end_all(self, line: int) -> None:
        """No more lines come; `line` is the last one."""
        while self._open:
            self.end(line)

    def opens(self, line: int) -> bool:
        """Whether an element begins at a line, and ends at a later one."""
        at = bisect_right(self._firsts, line) - 1
        return at >= 0 and self._firsts[at] == line < self._lasts[at]

    def fold_at(self, line: int) -> Fold | None:
        """The element that begins at the line, else the innermost one that it is in."""
        at = bisect_right(self._firsts, line) - 1
        while at >= 0 and self._lasts[at] < max(line, 1):
            at = self._parents[at]
        return Fold(self._firsts[at], self._lasts[at]) if at >= 0 else None

    def folds(self, level: int) -> Iterator[Fold | None]:
        """The elements within `level` others, in order; None is a pause."""
        for at in range(len(self._firsts)):
            if self._levels[at] == level and self._lasts[at]:
                yield Fold(self._firsts[at], self._lasts[at])
            elif at % PAUSE == PAUSE - 1:
                yield None
