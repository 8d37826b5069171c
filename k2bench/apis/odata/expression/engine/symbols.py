"""The alphabet of the grammar: a text becomes a string of symbols of the same length.

A symbol is an ASCII character or stands for a class of all others, so that the automaton has a
few hundred transitions at most. A name ends after 128 characters (OData ABNF, odataIdentifier):
what is longer gets symbols of its own, which every rule but a name takes for the character.
"""

import re
import string
import unicodedata
from collections.abc import Mapping

MAX_NAME = 128

LETTER, WORD, VISIBLE, HIDDEN = "\x80\x81\x82\x83"  # classes of the characters beyond ASCII
_OVERLONG = 0x100
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LETTERS = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nl"})
_WORDS = frozenset({"Nd", "Mn", "Mc", "Pc", "Cf"})


def symbols(text: str) -> str:
    """The symbols of a text, one for each character."""
    plain = text if text.isascii() else _BEYOND_ASCII.sub(_class_of, text)
    if len(plain) <= MAX_NAME:
        return plain
    return _NAME_RUN.sub(_overlong, plain)


def _class_of(match: re.Match[str]) -> str:
    category = unicodedata.category(match[0])
    if category in _LETTERS:
        return LETTER
    if category in _WORDS:
        return WORD
    return HIDDEN if category[0] in "ZC" else VISIBLE


_NAME_RUN = re.compile(rf"[A-Za-z0-9_{LETTER}{WORD}]{{{MAX_NAME + 1},}}")


def _overlong(match: re.Match[str]) -> str:
    run = match[0]
    return run[:MAX_NAME] + "".join(chr(ord(c) + _OVERLONG) for c in run[MAX_NAME:])


def _with_overlong(plain: str) -> frozenset[str]:
    longer = (chr(ord(c) + _OVERLONG) for c in plain if c.isalnum() or c in f"_{LETTER}{WORD}")
    return frozenset(plain).union(longer)


_ANY = "".join(map(chr, range(0x84)))
_ALNUM = string.ascii_letters + string.digits
_NAME_START = string.ascii_letters + "_" + LETTER


def _all_but(excluded: str) -> frozenset[str]:
    return _with_overlong("".join(c for c in _ANY if c not in excluded))


CLASSES: Mapping[str, frozenset[str]] = {
    "LETTER": frozenset(_NAME_START),
    "WORDCHAR": frozenset(_NAME_START + string.digits + WORD),
    "BLANK": frozenset(" \t"),
    "DQUOTE": frozenset('"'),
    "SIGN": frozenset("+-"),
    "DIGIT": _with_overlong(string.digits),
    "ONETONINE": _with_overlong("123456789"),
    "HEXDIG": _with_overlong(string.hexdigits),
    "BASE64": _with_overlong(_ALNUM + "-_"),
    "BASE64OF16": _with_overlong("AEIMQUYcgkosw048"),
    "BASE64OF8": _with_overlong("AQgw"),
    "STRINGCHAR": _all_but("'"),
    "JSONCHAR": _all_but('"\\'),
    "PHRASECHAR": _all_but('"'),
    "PLAINKEYCHAR": _with_overlong(_ALNUM + "-._~" + LETTER + WORD + VISIBLE),
    "KEYCHAR": _with_overlong(_ALNUM + "-._~!$&'()*+,;=:@" + LETTER + WORD + VISIBLE),
    "SEARCHCHAR": _all_but("\"'();\t\n\v\f\r " + HIDDEN),
}
"""The classes of characters that the grammar names, as sets of symbols."""


def with_case(character: str) -> frozenset[str]:
    """The symbols of one ASCII character in either case."""
    return _with_overlong(character.lower() + character.upper())


def exactly(character: str) -> frozenset[str]:
    """The symbols of one ASCII character as it is."""
    return _with_overlong(character)
