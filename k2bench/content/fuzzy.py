"""Finds what a person types in names: as a part of them, or by the starts of their words.

`sample` and `emsam` both find `EmployeeSample`. It does not rank.
"""

from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""Where a match starts and ends in a name, in characters."""

LONGEST = 200  # characters of a name that are looked at


def spans(typed: str, name: str) -> tuple[Span, ...] | None:
    """What of `name` matches; None when it does not match. Each word of `typed` has to."""
    found: list[Span] = []
    for word in typed.split():
        part = _spans_of(_folded(word), name[:LONGEST])
        if part is None:
            return None
        found += part
    return tuple(sorted(set(found)))


def _spans_of(word: str, name: str) -> list[Span] | None:
    folded = _folded(name)
    at = folded.find(word)
    if at >= 0:
        return [(at, at + len(word))]
    if len(word) < 2 or not _has_letters(word, folded):
        return None
    return _by_starts(word, folded, _starts(name), 0, set())


def _folded(text: str) -> str:
    """Without the case, and as long as before: a sharp s does not become two."""
    if text.isascii():
        return text.lower()
    shades = ((each.casefold(), each.lower(), each) for each in text)
    return "".join(next(shade for shade in each if len(shade) == 1) for each in shades)


def _has_letters(word: str, name: str) -> bool:
    """Whether the letters come in that order at all: most names are out by this."""
    at = 0
    for letter in word:
        at = name.find(letter, at) + 1
        if not at:
            return False
    return True


def _starts(name: str) -> list[int]:
    """Where words begin: at the front, behind other signs, at capitals and first digits."""
    found = []
    before = "_"
    for at, letter in enumerate(name):
        begins = not before.isalnum()
        begins = begins or (letter.isupper() and not before.isupper())
        begins = begins or letter.isdigit() != before.isdigit()
        if begins and letter.isalnum():
            found.append(at)
        before = letter
    return found


def _by_starts(
    word: str, name: str, starts: list[int], first: int, failed: set[tuple[int, int]]
) -> list[Span] | None:
    """Cut `word` into parts, each of which some word of the name begins with, in order."""
    if not word:
        return []
    if (len(word), first) in failed:
        return None
    for number in range(first, len(starts)):
        start = starts[number]
        for size in range(_common(word, name, start), 0, -1):
            rest = _by_starts(word[size:], name, starts, number + 1, failed)
            if rest is not None:
                return [(start, start + size), *rest]
    failed.add((len(word), first))
    return None


def _common(word: str, name: str, start: int) -> int:
    size = 0
    while size < len(word) and name[start + size : start + size + 1] == word[size]:
        size += 1
    return size
