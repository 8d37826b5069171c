"""Finds names that follow from themselves, looking at each name once whatever their number."""

from collections.abc import Generator, Mapping

PAUSE_AFTER = 500  # names


def circles(follows: Mapping[str, str]) -> Generator[None, None, list[str]]:
    """The names on circles.

    Args:
        follows: from a name to the one it is based on.
    """
    walk_of: dict[str, int] = {}
    found: list[str] = []
    looked_at = 0
    for walk, start in enumerate(follows):
        name, first_look = start, False
        while name in follows and name not in walk_of:
            first_look = True
            walk_of[name] = walk
            name = follows[name]
            looked_at += 1
            if looked_at % PAUSE_AFTER == 0:
                yield
        if first_look and walk_of.get(name) == walk:
            found += yield from _around(name, follows)
    return found


def _around(start: str, follows: Mapping[str, str]) -> Generator[None, None, list[str]]:
    names, at = [start], follows[start]
    while at != start:
        names.append(at)
        at = follows[at]
        if len(names) % PAUSE_AFTER == 0:
            yield
    return names
