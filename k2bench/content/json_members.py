"""The members of one JSON object or array as ranges, doubled keys included. Nothing is decoded."""

from collections.abc import Iterator

from k2bench.content.data import Data, Pauses, T
from k2bench.content.json_scan import after_child, key_end, skip_blank, value_end


def at_once(work: Pauses[T]) -> T:
    """The result of stepwise work, without pauses: for something small."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result


def members(data: Data, at: int = 0) -> Iterator[tuple[int, int, int, int]]:
    """The members of the object that starts at `at`.

    Yields:
        Offsets of the key's start and end, quotes included, and of the value's start and end.

    Raises:
        FlawError: the object is broken.
    """
    at = skip_blank(data, at + 1)
    closed = data[at : at + 1] == b"}"
    while not closed:
        name_end, value = at_once(key_end(data, at))
        end = at_once(value_end(data, value))
        yield at, name_end, value, end
        at, closed = after_child(data, end, b"}")


def elements(data: Data, at: int = 0) -> Iterator[tuple[int, int]]:
    """The elements of the array that starts at `at`: their start and end offsets.

    Raises:
        FlawError: the array is broken.
    """
    at = skip_blank(data, at + 1)
    closed = data[at : at + 1] == b"]"
    while not closed:
        end = at_once(value_end(data, at))
        yield at, end
        at, closed = after_child(data, end, b"]")
