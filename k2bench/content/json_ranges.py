"""How many children of a large container one row of a tree stands for.

As in the developer tools of browsers: up to a hundred rows side by side; a range holds a hundred
children, or a hundred ranges.
"""

MOST = 100


def range_size(count: int) -> int:
    """Children of each row below a container of `count` children: 1, 100, 10,000, ..."""
    size = 1
    while count > size * MOST:
        size *= MOST
    return size


def row_count(count: int, size: int, complete: bool = True) -> int:
    """Rows for `count` children; of ranges only full ones while more children may come."""
    return -(-count // size) if complete else count // size
