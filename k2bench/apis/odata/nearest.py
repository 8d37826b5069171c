"""Finds the names that were probably meant: a display name or a misspelt one in a URL.

K2's system names have `_` for blanks, and `OData_` before a name that does not start with a letter
(`resources/k2-facts.md`, "OData").
"""

import re
from collections import Counter
from collections.abc import Iterable
from heapq import nsmallest

PREFIX = "odata_"
LONGEST = 120  # characters of a name that are compared
COMPARED = 200  # names that are compared letter by letter
CONTAINED = 4  # a shorter name is found in too many others

_SKIPPED = re.compile(r"[\W_]+")


def nearest(name: str, names: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """At most `most` of `names`, the likeliest first; empty when none is like it.

    Case, blanks, `_` and other signs do not count: names that are the same without them are the
    answer. Or else names that hold it or are held by it, and those that a few typing errors would
    make of it.
    """
    wanted = _bare(name)
    if not wanted:
        return ()
    bare = {each: _bare(each) for each in names}
    same = [each for each, other in bare.items() if other == wanted]
    if same:
        return tuple(sorted(same, key=lambda each: (each != name, each))[:most])
    ranked = [
        (2, abs(len(each) - len(name)), each)
        for each, other in bare.items()
        if min(len(wanted), len(other)) >= CONTAINED and (wanted in other or other in wanted)
    ]
    allowed = min(3, 1 + len(wanted) // 5)
    for each in _candidates(wanted, bare, allowed):
        errors = _distance(wanted, bare[each], allowed)
        if errors is not None:
            ranked.append((1 if errors == 1 else errors + 1, abs(len(each) - len(name)), each))
    return tuple(dict.fromkeys(each for *_, each in sorted(ranked)))[:most]


def _bare(name: str) -> str:
    name = name[:LONGEST].casefold()
    bare = _SKIPPED.sub("", name.removeprefix(PREFIX))
    return bare or _SKIPPED.sub("", name)


def _candidates(wanted: str, bare: dict[str, str], allowed: int) -> list[str]:
    """Names with nearly the same letters in any order, the likeliest ones if there are many."""
    letters = Counter(wanted)
    found = []
    for each, other in bare.items():
        if abs(len(other) - len(wanted)) <= allowed:
            missing = (letters - Counter(other)).total()
            if missing <= allowed:
                found.append((missing, each))
    return [each for _, each in nsmallest(COMPARED, found)]


def _distance(one: str, other: str, allowed: int) -> int | None:
    """Optimal string alignment distance, looked for within `allowed` of the diagonal."""
    far = allowed + 1
    before: list[int] = []
    above = [min(to, far) for to in range(len(other) + 1)]
    for at, letter in enumerate(one, 1):
        row = [min(at, far)] + [far] * len(other)
        for to in range(max(1, at - allowed), min(len(other), at + allowed) + 1):
            cost = above[to - 1] + (letter != other[to - 1])
            cost = min(cost, above[to] + 1, row[to - 1] + 1)
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == other[to - 1]:
                cost = min(cost, before[to - 2] + 1)
            row[to] = min(cost, far)
        if min(row) == far:
            return None
        before, above = above, row
    return above[-1] if above[-1] <= allowed else None
