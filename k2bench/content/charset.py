"""Which character encoding a body is in: by its header, its byte order mark, or else UTF-8.

Everything else in this room works on UTF-8: what comes in another encoding is transcoded first.
"""

import codecs
import re
from dataclasses import dataclass

from k2bench.content.data import Data, Progress, Steps

CHUNK = 1 << 17  # bytes transcoded in one step
_PARAMETER = re.compile(r";\s*charset\s*=\s*(\"[^\"]*\"|[^\s;]+)", re.IGNORECASE)
_MARKS = (  # the longer ones first: UTF-32 starts like UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_AS_IS = {"utf-8", "ascii"}


@dataclass(frozen=True, slots=True)
class Charset:
    """An encoding by Python's name, how many bytes of mark to skip, and what is odd about it."""

    name: str = "utf-8"
    skip: int = 0
    note: str = ""

    @property
    def is_utf8(self) -> bool:
        """Whether the bytes can be used as they are."""
        return self.name in _AS_IS


def detect(content_type: str, head: bytes) -> Charset:
    """The encoding of a body.

    Args:
        content_type: the header's value; may be empty.
        head: the first bytes of the body, four or more.
    """
    mark, marked = next(((m, n) for m, n in _MARKS if head.startswith(m)), (b"", ""))
    found = _PARAMETER.search(content_type)
    named = found.group(1).strip('"').strip() if found else ""
    told = _known(named)
    if marked:
        odd = told and not told.startswith(
            marked.rsplit("-", 1)[0] if marked != "utf-8" else marked
        )
        note = f"The header says {named}, but the body starts as {marked.upper()}" if odd else ""
        return Charset(marked, len(mark), note)
    if named and not told:
        return Charset(note=f"The header names an unknown encoding, {named[:40]}: read as UTF-8")
    if told.startswith(("utf-16", "utf-32")) and not told.endswith(("le", "be")):
        told += "-le" if head[:1] != b"\0" else "-be"
    return Charset(told or _guessed(head))


def _known(name: str) -> str:
    """Python's name of a text encoding; empty when there is none such."""
    try:
        info = codecs.lookup(name) if name else None
    except (LookupError, ValueError):
        return ""
    if info is None or not getattr(info, "_is_text_encoding", True):
        return ""
    return info.name


def _guessed(head: bytes) -> str:
    """UTF-8, or UTF-16 without a mark when every other byte of the start is zero (RFC 4627, 3)."""
    if len(head) >= 4 and head[0] and not head[1] and head[2] and not head[3]:
        return "utf-16-le"
    if len(head) >= 4 and not head[0] and head[1] and not head[2] and head[3]:
        return "utf-16-be"
    return "utf-8"


def as_utf8(data: Data, charset: Charset) -> Steps[Data]:
    """The body in UTF-8: `data` itself if it is, else a copy. Unreadable bytes become U+FFFD."""
    if charset.is_utf8:
        return data
    decoder = codecs.getincrementaldecoder(charset.name)("replace")
    parts, total = [], len(data)
    for start in range(charset.skip, total, CHUNK):
        text = decoder.decode(data[start : start + CHUNK], final=start + CHUNK >= total)
        parts.append(text.encode("utf-8", "replace"))
        yield Progress(start, total)
    return b"".join(parts)
