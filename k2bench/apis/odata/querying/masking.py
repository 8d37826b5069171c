"""What the parser of OData 4.01 does not know, under a mask of the same length that it does know.

Variables of ours (`{{name}}`) look like numbers; literals of OData 3 (`datetime'...'`, `5L`) like
texts and numbers; `substringof(` like `contains(`. Offsets in the one text hold in the other.
"""

import re

from k2bench.apis.odata.dialect import Dialect

_VARIABLE = r"(?P<variable>\{\{[^{}]*\}\})"
_STRING = r"'(?:[^']|'')*'"
_V4 = re.compile(f"{_VARIABLE}|{_STRING}")
_V3 = re.compile(
    rf"{_VARIABLE}"
    r"|(?P<prefix>\b(?:datetimeoffset|datetime|guid|time|binary|X|geography|geometry))"
    rf"(?P<string>{_STRING})"
    rf"|{_STRING}"
    r"|(?P<number>(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?[LMFD])\b"
    r"|(?P<substringof>\bsubstringof\()",
    re.IGNORECASE,
)


def masked(text: str, dialect: Dialect = Dialect.V4) -> str:
    """`text`, as long as before, as far as possible in the words of OData 4.01."""
    return (_V4 if dialect is Dialect.V4 else _V3).sub(_mask, text)


def _mask(found: re.Match[str]) -> str:
    parts = found.groupdict()
    whole = found[0]
    if parts["variable"]:
        return "1" * len(whole)
    if parts.get("prefix"):
        return "'" + "x" * len(parts["prefix"]) + parts["string"][1:]
    if parts.get("number"):
        return whole[:-1] + whole[-2]
    if parts.get("substringof"):
        return "contains(   "
    return whole
