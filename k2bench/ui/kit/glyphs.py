"""What stands on the screen for a text: one character for each, and none that breaks the line.

Qt counts in UTF-16 units, Python in characters; the two are translated here.
"""

import re
from functools import cache

_BROKEN = "\N{REPLACEMENT CHARACTER}"
# made at the first text of that kind: building them takes 4 ms of a start that shows no text
_WIDE = (
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60"
    "\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
_MARKS = "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u200b-\u200d\ufe0f]"


@cache
def _placeholders() -> dict[int, str]:
    controls = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if code != ord("\t")]
    bidi = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    breaks = (0x2028, 0x2029)  # Qt starts a new line at these
    halves = range(0xD800, 0xE000)  # no QString holds them as they are
    others = (0xFEFF, 0xFFFC, 0xFFFE, 0xFFFF)  # FFFC: Qt's mark of an object
    # not the control pictures of U+2400: few monospace fonts have them
    return dict.fromkeys((*controls, *bidi, *breaks, *halves, *others), _BROKEN)


def shown(text: str) -> str:
    """The text with a visible placeholder for each control character; as many characters."""
    return text if text.isascii() and text.isprintable() else text.translate(_placeholders())


def to_utf16(text: str, column: int) -> int:
    """How many UTF-16 units the first `column` characters are; `text` is a `shown` one."""
    return column if text.isascii() else len(text[:column].encode("utf-16-le")) // 2


def from_utf16(text: str, units: int) -> int:
    """How many whole characters the first UTF-16 units are; `text` is a `shown` one."""
    if text.isascii():
        return min(units, len(text))
    return len(text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))


def wide_and_marks(text: str) -> tuple[int, int]:
    """How many characters are as wide as CJK and emoji, and how many take no room."""
    return len(re.findall(_WIDE, text)), len(re.findall(_MARKS, text))
