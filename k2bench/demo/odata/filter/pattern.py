"""Regular expressions of `matchesPattern`: ECMAScript's, rewritten for the `regex` library.

Only constructs that mean the same in both are let through. What a pattern may cost is bounded by
a time limit, since a short one can take for ever.
"""

from __future__ import annotations

import functools
import re
from typing import Any

from k2bench.demo.odata.errors import bad_request, not_supported

TIME_LIMIT_SECONDS = 0.25

# ECMAScript's classes are ASCII, except for white space (ECMA-262 §22.2.2.9).
_SPACE = r"\t\n\x0b\x0c\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_CLASSES = {"d": "0-9", "w": "A-Za-z0-9_", "s": _SPACE}
_CONTROLS = {"t": r"\t", "n": r"\n", "r": r"\r", "f": r"\x0c", "v": r"\x0b"}
_WORD_EDGE = r"(?:(?<=[A-Za-z0-9_])(?![A-Za-z0-9_])|(?<![A-Za-z0-9_])(?=[A-Za-z0-9_]))"
_ANCHORS = {"^": r"\A", "$": r"\Z", ".": r"[^\n\r\u2028\u2029]", "|": "|", ")": ")"}

_TOKEN = re.compile(
    r"""(?P<group>\((?:\?(?::|=|!|<=|<!))?)(?!\?)
      | (?P<repeat>(?:[*+?]|\{\d{1,3}(?:,\d{0,3})?\})\??)(?![*+?{])
      | (?P<set>\[\^?(?:\\.|[^\]\\])+\])
      | (?P<escape>\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|.))
      | (?P<plain>[^\\*+?{}\[\]()])
      | (?P<close>\))""",
    re.VERBOSE | re.DOTALL,
)
_SET_ITEM = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|.)|.", re.DOTALL)


def matches(text: str, pattern: str) -> bool:
    """Whether the pattern is found anywhere in the text.

    Raises:
        ODataError: 400 for a malformed pattern or one that takes too long, 501 for a construct
            that is not done here.
    """
    compiled = _compiled(pattern)
    try:
        return compiled.search(text, timeout=TIME_LIMIT_SECONDS) is not None
    except TimeoutError:
        raise bad_request("The regular expression takes too long.") from None


@functools.lru_cache(maxsize=64)
def _compiled(pattern: str) -> Any:
    import regex  # type: ignore[import-untyped,unused-ignore]  # here: most filters need none

    try:
        return regex.compile(translate(pattern))
    except regex.error as error:
        raise bad_request(f"Invalid regular expression: {error}.") from None


def translate(pattern: str) -> str:
    """The pattern in the syntax of the `regex` library.

    Raises:
        ODataError: 400 or 501, see `matches`.
    """
    parts: list[str] = []
    position = 0
    while position < len(pattern):
        match = _TOKEN.match(pattern, position)
        if match is None:
            raise _refused(pattern, position)
        kind = str(match.lastgroup)
        parts.append(_translated(kind, match[0]))
        position = match.end()
    return "".join(parts)


def _translated(kind: str, text: str) -> str:
    if kind == "set":
        negation = "^" if text[1] == "^" else ""
        inner = text[1 + len(negation) : -1]
        return f"[{negation}{''.join(map(_set_item, _SET_ITEM.findall(inner)))}]"
    if kind == "escape":
        return _escape(text)
    if kind == "plain":
        return _ANCHORS.get(text) or re.escape(text)
    return text


def _escape(text: str) -> str:
    letter = text[1]
    if letter in "bB":
        return _WORD_EDGE if letter == "b" else f"(?!{_WORD_EDGE})"
    if letter.lower() in _CLASSES:
        negation = "^" if letter.isupper() else ""
        return f"[{negation}{_CLASSES[letter.lower()]}]"
    return _character(text)


def _set_item(text: str) -> str:
    if text == "-":
        return text
    if len(text) == 1:
        return re.escape(text) if text.isascii() and not text.isalnum() else text
    if text[1] in _CLASSES:
        return _CLASSES[text[1]]
    if text[1] == "b":
        return r"\x08"
    return _character(text)


def _character(text: str) -> str:
    """An escape that stands for one character."""
    letter = text[1]
    if letter in _CONTROLS:
        return _CONTROLS[letter]
    if len(text) > 2:
        return rf"\u{int(text[2:], 16):04x}"
    if letter.isalnum():
        raise not_supported(f"'{text}' in a regular expression is not implemented.")
    return re.escape(letter) if letter.isascii() else letter


def _refused(pattern: str, position: int) -> Exception:
    if re.match(r"\(\?<[A-Za-z]|\[\^?\]", pattern[position:]):
        return not_supported("Named groups and empty sets are not implemented.")
    return bad_request(f"Invalid regular expression at position {position + 1}.")
