"""The normalized path of a JSON value (RFC 9535, section 2.7)."""

import re
from collections.abc import Iterable

_ESCAPED = re.compile(r"[\x00-\x1f'\\]")
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", "'": "\\'", "\\": "\\\\"}


def normalized_path(steps: Iterable[str | int]) -> str:
    """`$['value'][3]['Name']` of the names and numbers that lead from the root to a value."""
    return "$" + "".join(
        f"[{step}]" if isinstance(step, int) else f"['{_ESCAPED.sub(_escape, step)}']"
        for step in steps
    )


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _SHORT.get(character) or f"\\u{ord(character):04x}"
