"""What a table needs of its rows, wherever they are: one array, or the arrays of many pages."""

from typing import Protocol


class Rows(Protocol):
    """Rows as JSON texts. Reading rows below `count` is safe while more are being found."""

    @property
    def count(self) -> int:
        """Rows found so far."""

    def row(self, row: int) -> bytes:
        """The text of one row, without blanks or commas around it."""

    def batch(self, first: int, stop: int) -> bytes:
        """The text of the rows from `first` to before `stop`, with the commas between them."""

    def offsets(self, first: int, stop: int) -> list[int]:
        """Where each of these rows starts in the text that `batch(first, stop)` gives."""

    def batches(self, size: int = 1 << 17, first: int = 0) -> list[tuple[int, int]]:
        """The rows from `first` on in ranges (first, stop) of about `size` bytes."""
