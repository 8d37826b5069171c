"""Tells a value from a stand-in for one: `{guid}`, `$CLIENT_SECRET`, `your secret`, `••••••`."""

import re

_ENCLOSED = {"<": ">", "{": "}", "[": "]"}
_VARIABLE = re.compile(r"\$\{?[A-Za-z_]\w{0,60}\}?|%[A-Za-z_]\w{0,60}%|\$env:\w{1,60}")
_PROSE = ("your ", "the ", "(", "provided ", "e.g. ", "see ", "please ", "as ", "not ")
_MASKS = frozenset("*•●·xX.…#-_")
_WORDS = frozenset({"redacted", "hidden", "masked", "null", "none", "undefined", "changeme"})


def is_placeholder(value: str) -> bool:
    """Whether something is still to be filled in here."""
    text = value.strip()
    if text[:1] in _ENCLOSED and text.endswith(_ENCLOSED[text[:1]]):
        return True
    if "{{" in text and "}}" in text:
        return True
    return bool(_VARIABLE.fullmatch(text)) or text.lower().startswith(_PROSE)


def is_masked(value: str) -> bool:
    """Whether the value was made unreadable before it was pasted."""
    text = value.strip()
    return text.lower() in _WORDS or (len(text) >= 3 and set(text) <= _MASKS)
