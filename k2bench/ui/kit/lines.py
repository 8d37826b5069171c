"""A small text as the lines that the text view shows; large ones are `content.text_lines`."""


class StringLines:
    """The lines of one string (see `content.lines.Lines`); for some thousands of them."""

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
