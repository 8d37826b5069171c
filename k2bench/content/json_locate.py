"""Which value of a JSON body stands at an offset: the way to it from the root, as child numbers."""

import re
from contextlib import suppress

from k2bench.content.data import Data, Pauses
from k2bench.content.json_scan import FlawError, string_end
from k2bench.content.json_tree import JsonTree

PAUSE = 4096  # brackets and commas between two pauses
LONG = 1 << 16  # bytes that are skipped in one go
_SKIPPED = re.compile(rb'(?:[^"\[\]{},]++|"[^"\\]*+(?:\\.[^"\\]*+)*+")*+', re.DOTALL)


def path_to(tree: JsonTree, data: Data, offset: int) -> Pauses[list[int]]:
    """The numbers of the children that lead to the innermost value around `offset`.

    Where children were found already they are looked up; from there on brackets are counted.
    Behind the last value, and in blanks, it is the value before. It never raises.

    Args:
        tree: of the same body.
    """
    path, at = _along_known(tree, offset)
    below: list[int] = []
    if at is not None:
        with suppress(FlawError):  # in a string without an end, which is the last value counted
            yield from _count(data, at, offset, below)
    return path + below


def _along_known(tree: JsonTree, offset: int) -> tuple[list[int], int | None]:
    """As much of the way as is known, and the container in which it goes on."""
    path: list[int] = []
    at = tree.root
    while children := tree.known(at):
        if not children.is_complete and offset > children.reached:
            break
        number = children.at_offset(offset)
        if number < 0 or (children.end and offset >= children.end - 1):
            return path, None
        path.append(number)
        child = children.child(number)
        if offset <= child.start or 0 < child.end <= offset:
            return path, None
        at = child.start
    return path, at if tree.is_container(at) and at < offset else None


def _count(data: Data, at: int, offset: int, below: list[int]) -> Pauses[None]:
    """Write into `below` in which child of each container from `at` on `offset` is."""
    seen = 0
    while True:
        found = _SKIPPED.match(data, at, at + LONG)
        at = found.end() if found else at
        if at >= offset or at >= len(data):
            break
        if data[at] == 0x22:
            at = yield from string_end(data, at)
            continue
        if data[at] in b"[]{},":  # else the skipping was cut at LONG
            _step(data[at], below)
            at += 1
        if not below:
            return
        seen += 1
        if seen % PAUSE == 0:
            yield
    if below and data[offset : offset + 1] in (b"]", b"}") and at == offset:
        below.pop()


def _step(byte: int, below: list[int]) -> None:
    if byte in b"[{":
        below.append(0)
    elif byte in b"]}":
        below.pop()
    else:
        below[-1] += 1
