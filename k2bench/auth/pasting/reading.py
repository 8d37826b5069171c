"""The entrance: finds out what a pasted text is and has it read. Never raises on any text."""

import json
from typing import Any

from k2bench.auth.pasting.curl import find_curl, read_curl
from k2bench.auth.pasting.gathering import Gathering
from k2bench.auth.pasting.lines import read_lines
from k2bench.auth.pasting.members import read_members
from k2bench.auth.pasting.names import Role
from k2bench.auth.pasting.postman import kind_of, read_postman
from k2bench.auth.pasting.scanning import scan
from k2bench.auth.pasting.taking import take
from k2bench.auth.pasting.understood import Understood

LARGEST = 5_000_000  # characters; more is refused
LONGEST_TEXT = 500_000  # characters of running text that are read
BRACES_TRIED = 5  # where JSON may begin inside running text
COMMANDS_READ = 5
EXPECTED = (
    "Paste Nintex' reply, a token URL, an issuer, a client id, a curl command, JSON, or an export "
    "of Postman."
)


def understand(text: str) -> Understood:
    """The login settings in `text`.

    A text over 100,000 characters may take some tenths of a second.
    """
    found = Gathering()
    if len(text) > LARGEST:
        found.note(
            f"The text is too long ({len(text):,} characters): at most {LARGEST:,} are read. Paste "
            "the part with the settings."
        )
        return found.understood("text")
    kind = _read(found, text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    return found.understood(kind)


def _read(found: Gathering, text: str) -> str:
    stripped = text.strip()
    if stripped[:1] in ("{", "["):
        document = _parsed(stripped)
        if document is not None:
            return _read_json(found, document)
    if len(text) > LONGEST_TEXT:
        found.note(f"Only the first {LONGEST_TEXT:,} characters were read.")
        text = text[:LONGEST_TEXT]
    if _is_single_address(stripped):
        if scan(found, stripped, "line 1"):
            take(found, Role.TENANT, stripped, "line 1")
        return "an address"
    rest = _without_curl(found, text)
    read_lines(found, _without_json(found, rest))
    return "text" if rest is text else "a curl command"


def _read_json(found: Gathering, document: Any) -> str:
    kind = kind_of(document)
    if kind:
        read_postman(found, document)
        return kind
    read_members(found, document)
    return "JSON"


def _parsed(text: str) -> Any | None:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _is_single_address(text: str) -> bool:
    return text.lower().startswith(("http://", "https://")) and len(text.split(None, 1)) == 1


def _without_curl(found: Gathering, text: str) -> str:
    """Read the curl commands in the text, and give it without them."""
    for _ in range(COMMANDS_READ):
        span = find_curl(text)
        if span is None or not read_curl(found, text[slice(*span)]):
            break
        text = _blanked(text, *span)
    return text


def _without_json(found: Gathering, text: str) -> str:
    """Read the JSON object that stands in running text, and give the text without it."""
    decoder, at = json.JSONDecoder(strict=False), -1
    for _ in range(BRACES_TRIED):
        at = text.find("{", at + 1)
        if at < 0:
            break
        try:
            document, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            continue
        if document:
            read_members(found, document)
            return _blanked(text, at, end)
    return text


def _blanked(text: str, start: int, end: int) -> str:
    """`text` without a part, its lines still where they were."""
    return text[:start] + "\n" * text.count("\n", start, end) + text[end:]
