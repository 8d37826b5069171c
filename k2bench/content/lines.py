"""What a text view needs of a text, however large: lines by their number."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol, runtime_checkable

from k2bench.content.long_value import LongValue


class Lines(Protocol):
    """Lines of text, made when asked for. `count` may grow while a text is being read."""

    def count(self) -> int:
        """How many lines there are so far."""

    def text(self, line: int) -> str:
        """One line, without its line end. It never raises for a line below `count()`."""

    def width(self) -> int:
        """Characters of the longest line, as far as known."""


class Fold(NamedTuple):
    """Lines that belong together: those behind `first`, up to and with `last`, can be hidden."""

    first: int
    last: int


@runtime_checkable
class Foldable(Lines, Protocol):
    """Lines that know which of them belong together. Folds stand within each other or apart."""

    def opens(self, line: int) -> bool:
        """Whether a fold begins at the line. Cheap: asked for each visible line."""

    def fold_at(self, line: int) -> Fold | None:
        """The fold that begins at the line, else the innermost one that the line is in."""

    def folds(self, level: int) -> Iterator[Fold | None]:
        """The folds that are within `level` others, in order; None is a pause."""


@runtime_checkable
class Wrapped(Lines, Protocol):
    """Lines some of which are only the rest of a line that is too long for the screen."""

    def goes_on(self, line: int) -> bool:
        """Whether the line is the rest of the one before. Cheap."""

    def number(self, line: int) -> int:
        """The number of the line in its text, from 1."""


@runtime_checkable
class Shortening(Lines, Protocol):
    """Lines that show only the start of a value too long for a line."""

    def full_text(self, line: int) -> str:
        """One line with all of its value."""

    def long_value(self, line: int) -> LongValue | None:
        """The value of which the line shows the start; None when it shows all there is."""
