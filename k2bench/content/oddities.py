"""What is odd about the characters of a body, whatever it says: unreadable bytes, NULs."""

import codecs

from k2bench.content.charset import Charset
from k2bench.content.data import Data, Progress, Steps

CHUNK = 1 << 18  # bytes looked at in one step
_BROKEN = "\N{REPLACEMENT CHARACTER}"


def oddities(data: Data, charset: Charset) -> Steps[tuple[str, ...]]:
    """One sentence for each kind of oddity.

    Args:
        data: the body in UTF-8, or what was to be.
        charset: what it was sent in.
    """
    unreadable, nul = -1, -1
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    total = len(data)
    for start in range(0, total, CHUNK):
        part = data[start : start + CHUNK]
        if unreadable < 0:
            unreadable = _unreadable(decoder, part, start, start + CHUNK >= total)
        if nul < 0 and (found := part.find(b"\0")) >= 0:
            nul = start + found
        yield Progress(start, total)
    found = -1 if charset.is_utf8 else data.find(_BROKEN.encode())
    return tuple(_sentences(charset, unreadable, nul, found))


def _sentences(charset: Charset, unreadable: int, nul: int, lost: int) -> list[str]:
    said = []
    if unreadable >= 0:
        said.append(f"Byte {unreadable:,} is not UTF-8. What cannot be read shows as “{_BROKEN}”")
    if lost >= 0:
        said.append(f"Not all of it is {charset.name.upper()}. What is not shows as “{_BROKEN}”")
    if nul >= 0:
        said.append(f"It holds NUL characters, the first at byte {nul:,}. They show as “{_BROKEN}”")
    return said


def _unreadable(decoder: codecs.IncrementalDecoder, part: bytes, start: int, is_last: bool) -> int:
    """The offset of the first byte that is not UTF-8; -1 when there is none so far."""
    pending = len(decoder.getstate()[0])
    if not pending and part.isascii():
        return -1
    try:
        decoder.decode(part, is_last)
    except UnicodeDecodeError as error:
        return start - pending + error.start
    return -1
