"""What a text view needs of a text, however large: lines by their number."""

from typing import Protocol


class Lines(Protocol):
    """Lines of text, made when asked for. `count` may grow while a text is being read."""

    def count(self) -> int:
        """How many lines there are so far."""

    def text(self, line: int) -> str:
        """One line, without its line end. It never raises for a line below `count()`."""

    def width(self) -> int:
        """Characters of the longest line, as far as known."""
