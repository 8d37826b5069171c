"""What the text view needs of a text, however large, and the small text that is one string."""

from typing import Protocol


class Lines(Protocol):
    """Lines of text, made when asked for. `count` may grow while a text is being read."""

    def count(self) -> int:
        """How many lines there are so far."""

    def text(self, line: int) -> str:
        """One line, without its line end; cheap, and never raises for a line below `count()`."""

    def width(self) -> int:
        """Characters of the longest line, as far as known."""


class StringLines:
    """The lines of one string; for texts of a few thousand lines."""

    def __init__(self, text: str) -> None:
        # not splitlines(): that also cuts at form feeds and U+2028, which no editor counts
        self._lines = [line.removesuffix("\r") for line in text.split("\n")]
        self._width = max(map(len, self._lines))

    def count(self) -> int:
        """How many lines there are; at least 1."""
        return len(self._lines)

    def text(self, line: int) -> str:
        """One line, without its line end."""
        return self._lines[line]

    def width(self) -> int:
        """Characters of the longest line."""
        return self._width
