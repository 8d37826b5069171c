"""The system query options of a URL as texts that a person reads, and back into the URL.

Only the option that changes is written anew: every other byte stays as it was typed. Sources:
OData URL Conventions 4.01, sections 2 and 5.1; `resources/k2-facts.md` (`$` literal, `%20`).
"""

import re
from urllib.parse import unquote

from k2bench.core.url import encode_value

OPTIONS = (
    "$select",
    "$filter",
    "$orderby",
    "$top",
    "$skip",
    "$count",
    "$expand",
    "$search",
    "$apply",
)
_VARIABLE = re.compile(r"(\{\{[^{}]*\}\})")


def option(url: str, name: str) -> str | None:
    """The value of a query option, percent-decoded; None when `url` has no such option.

    Args:
        url: perhaps with `{{variables}}`.
        name: with its `$`. Case does not matter (section 5.1.1); the first one counts.
    """
    for part in _parts(url):
        if _is(part, name):
            return decoded(part.partition("=")[2])
    return None


def with_option(url: str, name: str, text: str | None) -> str:
    """`url` with another value of one option, at its place; a new option comes last.

    Args:
        text: as a person types it; None: the option is not there.
    """
    if text == option(url, name):
        return url
    base, _, _ = url.partition("?")
    parts = _parts(url)
    at = next((at for at, part in enumerate(parts) if _is(part, name)), len(parts))
    written = parts[at].partition("=")[0] if at < len(parts) else name
    parts[at : at + 1] = [] if text is None else [f"{written}={encoded(text)}"]
    if not parts:
        return base
    return (base if "?" in url else base.partition("#")[0]) + "?" + "&".join(parts)


def encoded(text: str) -> str:
    """A value as it stands in a URL; `{{variables}}` stay, for they are filled in later."""
    pieces = _VARIABLE.split(text)
    return "".join(piece if at % 2 else encode_value(piece) for at, piece in enumerate(pieces))


def decoded(raw: str) -> str:
    """A value as a person reads it. A byte that is no UTF-8 becomes half a character."""
    return unquote(raw, errors="surrogateescape")


def _parts(url: str) -> list[str]:
    _, mark, query = url.partition("?")
    return query.split("&") if mark and query else []


def _is(part: str, name: str) -> bool:
    return decoded(part.partition("=")[0]).strip().lower() == name.lower()
