"""One row of the response tree: a value of the body, or a range of children of a large one."""

from dataclasses import dataclass, field

from k2bench.content.json_children import Child, Children
from k2bench.content.json_ranges import range_size, row_count

ROOT = 0
NONE = -1


@dataclass(slots=True)
class TreeNode:
    """What a row stands for, and which rows below it are shown.

    Attributes:
        parent: the id of the row above; NONE for the root.
        row: its place below that.
        children: the container that a range is a part of; of a value its own, once opened.
        is_opened: whether `size` and `rows` are known.
        first, stop: the children that a range stands for; of a value (its number, 0).
        place: where the value stands; None for a range.
        size: children of each row below it.
        rows: rows shown below it.
        below: the ids of those of them that were asked for, by row.
    """

    parent: int
    row: int
    first: int = 0
    stop: int = 0
    place: Child | None = None
    children: Children | None = None
    is_opened: bool = False
    size: int = 1
    rows: int = 0
    below: dict[int, int] = field(default_factory=dict)

    @property
    def is_range(self) -> bool:
        """Whether it stands for several children of a value."""
        return self.place is None

    def part(self, row: int) -> tuple[int, int]:
        """The children (first, stop) that a row below this one stands for."""
        first = self.first if self.is_range else 0
        first += row * self.size
        last = self.stop if self.is_range else self.children.count if self.children else 0
        return first, min(first + self.size, last)

    def measured(self) -> tuple[int, int, bool]:
        """Children of each row below, how many rows there are now, and whether that is all."""
        if self.children is None:
            return 1, 0, True
        complete = self.is_range or self.children.is_complete  # asked first: more may come
        count = self.stop - self.first if self.is_range else self.children.count
        size = range_size(count)
        return size, row_count(count, size, complete or size == 1), complete
