"""Mends what word processors make of a filter: round quotes, long dashes, blanks that do not break.

What stands in straight quotes is a value and stays as it is. It does not parse.
"""

import re

_SINGLE = "‘’‚‛′´`"
_DOUBLE = "“”„‟″«»"
_ROUND = _SINGLE + _DOUBLE
_OTHERS = {
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f", " "),
    **dict.fromkeys("\u200b\u200e\u200f\u2060\ufeff", ""),
}
_PIECE = re.compile(
    rf"(?P<value>'(?:[^']|'')*')|(?P<quote>[{_ROUND}])|(?P<other>[{''.join(_OTHERS)}])"
)
_ENDS = " \t,;)]\u00a0\u202f"  # what may follow a closing quote


def mended(text: str) -> str | None:
    """`text` with the signs that OData knows; None when there is nothing to mend."""
    pieces: list[str] = []
    unclosed: set[str] = set()
    at = 0
    while (found := _PIECE.search(text, at)) is not None:
        pieces.append(text[at : found.start()])
        at = found.end()
        if found["value"]:
            pieces.append(found[0])
        elif found["other"]:
            pieces.append(_OTHERS[found[0]])
        else:
            value, at = _value(text, found.start(), unclosed)
            pieces.append(value)
    new = "".join(pieces) + text[at:]
    return None if new == text else new


def _value(text: str, start: int, unclosed: set[str]) -> tuple[str, int]:
    """The value that a round quote opens, in straight quotes, and where it ends.

    A quote that nothing closes is just that; `unclosed` keeps the kinds for which this is so.
    """
    family = _SINGLE + "'" if text[start] in _SINGLE else _DOUBLE + '"'
    for at in range(start + 1, len(text) if family not in unclosed else start):
        if text[at] in family and (at + 1 == len(text) or text[at + 1] in _ENDS):
            return "'" + _content(text[start + 1 : at], family) + "'", at + 1
    unclosed.add(family)
    return "'", start + 1


def _content(text: str, family: str) -> str:
    """What stands inside: a single quote, which may be doubled already, is doubled."""
    marks = family if "'" in family else "'"
    return re.sub(f"[{marks}]{{1,2}}", "''", text)
