"""A text some of whose lines are hidden, each range of them under the line before it.

A *real* line is one of the whole text, a *shown* one is one of those that are left; both count
from 0. It does not know why a range belongs together: see `lines.Foldable`.
"""

from array import array
from bisect import bisect_left
from itertools import accumulate
from operator import sub

from k2bench.content.data import Order, Progress, Steps
from k2bench.content.lines import Fold, Foldable, Lines

MOST_FOLDS = 250_000  # with more, to fold once more would take the window too long
PAUSE = 1000  # folds between two pauses


class FoldedLines:
    """Lines (see `lines.Lines`), counted as shown. A fold takes 24 bytes."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._firsts = array("Q")  # of the outermost folds, in order: the others are not seen
        self._lasts = array("Q")
        self._hidden = array("Q", [0])  # lines hidden by all folds before each, and by all
        self._within: dict[int, tuple[Order, Order]] = {}  # folds inside of one, by its first line

    def over(self, lines: Lines) -> "FoldedLines":
        """The same folds over another text, which begins as this one is."""
        made = FoldedLines(lines)
        made._firsts, made._lasts = self._firsts[:], self._lasts[:]
        made._hidden, made._within = self._hidden[:], dict(self._within)
        return made

    def count(self) -> int:
        """How many lines are shown so far."""
        return self._lines.count() - self._hidden[-1]

    def text(self, line: int) -> str:
        """One shown line, as it is in the whole text."""
        return self._lines.text(self.real(line))

    def width(self) -> int:
        """Characters of the longest line, as far as known."""
        return self._lines.width()

    def real(self, line: int) -> int:
        """The real number of a shown line."""
        rows = range(len(self._firsts))
        return line + self._hidden[bisect_left(rows, line, key=self._row)]

    def shown(self, line: int) -> int:
        """The shown number of a real line; of a hidden one, that of the line that it is under."""
        at = bisect_left(self._firsts, line)
        if at and line <= self._lasts[at - 1]:
            return self._row(at - 1)
        return line - self._hidden[at]

    def is_hidden(self, line: int) -> bool:
        """Whether a real line is under another."""
        at = bisect_left(self._firsts, line)
        return bool(at) and line <= self._lasts[at - 1]

    def folded(self, line: int) -> Fold | None:
        """What is hidden under a real line that is shown; None when nothing is."""
        at = bisect_left(self._firsts, line)
        if at < len(self._firsts) and self._firsts[at] == line:
            return Fold(line, self._lasts[at])
        return None

    def fold(self, fold: Fold) -> None:
        """Hide a range; a fold that it cuts through is undone, one inside of it is kept."""
        if fold.last <= fold.first:
            return
        self.reveal(fold.first)
        self.unfold(fold.first)
        start = bisect_left(self._firsts, fold.first)
        end = bisect_left(self._firsts, fold.last + 1)
        while end > start and self._lasts[end - 1] > fold.last:
            self.unfold(self._firsts[end - 1])
            end = bisect_left(self._firsts, fold.last + 1)
        if end > start:
            self._within[fold.first] = self._firsts[start:end], self._lasts[start:end]
        self._replace(start, end, array("Q", [fold.first]), array("Q", [fold.last]))

    def fold_last(self, fold: Fold) -> None:
        """Hide a range behind all those that are hidden; at once, however many there are."""
        self._firsts.append(fold.first)
        self._lasts.append(fold.last)
        self._hidden.append(self._hidden[-1] + fold.last - fold.first)

    def folds(self) -> int:
        """How many folds there are, not counting those within others."""
        return len(self._firsts)

    def unfold(self, line: int) -> None:
        """Show what is under a real line; folds inside of that stay."""
        at = bisect_left(self._firsts, line)
        if at < len(self._firsts) and self._firsts[at] == line:
            within = self._within.pop(line, (array("Q"), array("Q")))
            self._replace(at, at + 1, *within)

    def unfold_all(self) -> None:
        """Show every line."""
        self._within.clear()
        self._replace(0, len(self._firsts), array("Q"), array("Q"))

    def reveal(self, line: int) -> None:
        """Undo every fold that hides a real line."""
        while self.is_hidden(line):
            self.unfold(self._firsts[bisect_left(self._firsts, line) - 1])

    def _row(self, at: int) -> int:
        """The shown number of the line that a fold is under."""
        return self._firsts[at] - self._hidden[at]

    def _replace(self, start: int, end: int, firsts: Order, lasts: Order) -> None:
        self._firsts[start:end] = firsts
        self._lasts[start:end] = lasts
        sizes = map(sub, self._lasts[start:], self._firsts[start:])
        self._hidden[start:] = array("Q", accumulate(sizes, initial=self._hidden[start]))


def folded_below(lines: Foldable, level: int) -> Steps[FoldedLines]:
    """The text with each range hidden that is within `level` others, the first `MOST_FOLDS`."""
    folded = FoldedLines(lines)
    total = max(1, lines.count())
    for fold in lines.folds(level):
        if fold is None:
            yield Progress(0, total)
            continue
        folded.fold_last(fold)
        if folded.folds() == MOST_FOLDS:
            break
        if folded.folds() % PAUSE == 0:
            yield Progress(fold.last, total)
    return folded
