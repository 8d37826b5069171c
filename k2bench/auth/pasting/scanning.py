"""Finds in running text what is recognised without a name: addresses, client ids, hashes.

Every pattern runs in time proportional to the text.
"""

import re

from k2bench.auth.pasting.gathering import Field, Gathering, Rank
from k2bench.auth.pasting.taking import LONGEST_ID, hash_note, take_address

# Invisible characters and typographic quotes end an address, as blanks do.
_URL = re.compile(r"https?://[^\s<>\"'`|\\\u200b-\u200f\u2060\ufeff“”„‘’«»]+", re.IGNORECASE)
_CLIENT_ID = re.compile(r"(?<![A-Za-z0-9])idt\.cc\.([A-Za-z0-9._~-]+|[{<\[(])", re.IGNORECASE)
_HASH = re.compile(
    r"(?<![A-Za-z0-9+/=_-])(?:[A-Za-z0-9+/]{43}=|[A-Za-z0-9_-]{43}=|[0-9a-fA-F]{64})"
    r"(?![A-Za-z0-9+/=_-])"
)
_AFTER = ".,;:!?*_~]}…"  # what may stand right behind an address and is no part of it


def scan(found: Gathering, text: str, where: str) -> int:
    """Take everything recognised in `text`; gives how many addresses were of no use."""
    unused = 0
    for match in _URL.finditer(text):
        unused += not take_address(found, _trimmed(match.group()), where)
    for match in _CLIENT_ID.finditer(text):
        _take_id(found, match, where)
    return unused


def scan_hash(found: Gathering, text: str, where: str) -> None:
    """Say so where a hash stands in `text`; addresses, whose paths may look like one, aside."""
    if _HASH.search(_URL.sub(" ", text)):
        found.note(hash_note(where))


def _take_id(found: Gathering, match: re.Match[str], where: str) -> None:
    if match.group(1) in ("{", "<", "[", "("):
        found.note(f"The client id of {where} is an example that was not filled in.")
        return
    written = match.group().rstrip(".")
    if len(written) <= LONGEST_ID and len(written) > len("idt.cc."):
        found.put(Field.CLIENT_ID, written, where, Rank.RECOGNISED)


def _trimmed(url: str) -> str:
    return url.rstrip(_AFTER if "(" in url else _AFTER + ")")
