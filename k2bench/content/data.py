"""The types that every file of this room shares: bytes to look into, work in steps."""

import mmap
from array import array
from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, TypeVar

Data: TypeAlias = bytes | mmap.mmap
"""The bytes of a body, in memory or mapped; slicing either gives `bytes`."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work is: `done` of `total`, in bytes or rows."""

    done: int
    total: int


T = TypeVar("T")

Steps: TypeAlias = Generator[Progress, None, T]
"""CPU work for a work lane: between two yields it holds the interpreter lock for 5 ms at most."""

Pauses: TypeAlias = Generator[None, None, T]
"""A part of such work that does not know how far the whole is."""

if TYPE_CHECKING:
    Order: TypeAlias = array[int]
    Offsets: TypeAlias = array[int]
else:  # an array cannot be subscripted before Python 3.12
    Order = Offsets = array
"""Order: row numbers in the order in which they are shown; four bytes each.
Offsets: places in a body, ascending; eight bytes each."""
