"""Fills `{{name}}` in Postman's settings from the same file, within bounds.

A file from elsewhere may hold variables that grow without end; those are left as they are.
"""

from collections.abc import Mapping

LONGEST = 8_000  # characters of a text with its variables filled in
DEEPEST = 10
BUDGET = 2_000_000  # characters that are looked at for one file: about half a second


class Filler:
    """Fills in the texts of one file, until its work is too much."""

    def __init__(self, budget: int = BUDGET) -> None:
        self._left = budget

    def fill(self, text: str, values: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
        """`text` filled in, and the names left: not known, or in a circle, or too much."""
        if "{{" not in text:
            return text, ()
        for _ in range(DEEPEST):
            if "{{" not in text or self._left <= 0 or len(text) > LONGEST:
                break
            filled = self._once(text, values)
            if filled == text:
                break
            text = filled
        return text, _names(text[:LONGEST])

    def _once(self, text: str, values: Mapping[str, str]) -> str:
        head, *rest = text.split("{{")
        out, size = [head], len(head)
        for part in rest:
            name, mark, tail = part.partition("}}")
            value = values.get(name.strip()) if mark else None
            piece = "{{" + part if value is None else value + tail
            size += len(piece)
            self._left -= len(part) + len(piece)
            if size > LONGEST:
                return text
            out.append(piece)
        return "".join(out)


def _names(text: str) -> tuple[str, ...]:
    found = (part.partition("}}") for part in text.split("{{")[1:])
    return tuple(dict.fromkeys(name.strip() for name, mark, _ in found if mark))
