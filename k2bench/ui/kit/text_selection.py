"""Places in a text and what is selected between two of them. Knows no pixels."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from k2bench.content.lines import Lines, Shortening, Wrapped


class Position(NamedTuple):
    """Before the character `column` of a line; both count from 0."""

    line: int
    column: int


START = Position(0, 0)


@dataclass(frozen=True, slots=True)
class Selection:
    """From where it was begun to where the caret is; either may come first."""

    anchor: Position = START
    caret: Position = START

    @property
    def start(self) -> Position:
        """The end that comes first in the text."""
        return min(self.anchor, self.caret)

    @property
    def end(self) -> Position:
        """The end that comes last in the text."""
        return max(self.anchor, self.caret)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.caret

    def columns(self, line: int, length: int) -> tuple[int, int] | None:
        """The part of a line that is selected; None when there is none."""
        if self.is_empty or not self.start.line <= line <= self.end.line:
            return None
        first = self.start.column if line == self.start.line else 0
        last = self.end.column if line == self.end.line else length
        return first, min(last, length)

    def ends_line(self, line: int) -> bool:
        """Whether the selection goes on behind the end of a line."""
        return self.start.line <= line < self.end.line

    def texts(self, lines: Lines) -> Iterator[str]:
        """The selected part of each line, in order, behind the line end that leads to it.

        A line of which only the start is shown comes with all of its value if it is selected whole.
        """
        wrapped = lines if isinstance(lines, Wrapped) else None
        cut = lines if isinstance(lines, Shortening) else None
        for line in range(self.start.line, min(self.end.line + 1, lines.count())):
            text = lines.text(line)
            part = self.columns(line, len(text))
            if cut and part == (0, len(text)) and cut.long_value(line):
                text = cut.full_text(line)
                part = 0, len(text)
            goes_on = wrapped is not None and wrapped.goes_on(line)
            lead = "" if goes_on or line == self.start.line else "\n"
            yield lead + text[part[0] : part[1]] if part else lead
