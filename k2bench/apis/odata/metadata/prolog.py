"""What a document is, by its first characters: before any parser is trusted with it.

It does not know CSDL. A document type (`<!DOCTYPE`) is refused: entities are declared there, and
OData uses none (OData CSDL XML 4.01, section 2; the threat is that of RFC 7303, section 10).
"""

import codecs
import re
from enum import Enum

from k2bench.apis.odata.metadata.error import login_page, unreadable

LARGEST = 64 * 1024 * 1024  # bytes

_ROOT = re.compile(rb"<(?:[^\s<>/:!?]*:)?([^\s<>/:!?]+)")
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


class Format(Enum):
    """How metadata is written."""

    XML = "xml"
    JSON = "json"


def as_utf8(data: bytes) -> tuple[bytes, bool]:
    """`data`, recoded when it has two or four bytes a character, and whether it was.

    Raises:
        MetadataError: it is too large or badly coded.
    """
    if len(data) > LARGEST:
        size = f"{len(data) / 1e6:.0f} MB"
        raise unreadable(f"{size} are too much to read", "64 MB is the most that is read.")
    for mark, coding in _WIDE:
        if data.startswith(mark):
            try:
                return data.decode(coding).lstrip("\ufeff").encode("utf-8"), True
            except UnicodeError as error:
                raise unreadable("The document is badly coded", str(error), data) from error
    return data.removeprefix(codecs.BOM_UTF8), False


def start_of(data: bytes) -> tuple[Format, str]:
    """The format, and the name of the outermost element without its prefix; empty for JSON.

    Raises:
        MetadataError: it is neither, or has a document type; a login page is called one.
    """
    start = data[:64].lstrip()
    if start.startswith((b"{", b"[")):
        return Format.JSON, ""
    if not start:
        raise unreadable("The answer is empty", "The server sent nothing, or blanks only.", data)
    if not start.startswith(b"<"):
        hint = "It starts with neither < nor {. The details show what came."
        raise unreadable("What came is neither XML nor JSON", hint, data)
    at = _behind_comments(data)
    if data[at : at + 9].upper() == b"<!DOCTYPE":
        raise _document_type(data, at)
    found = _ROOT.match(data, at, at + 400)
    name = found[1].decode("utf-8", "replace") if found else ""
    if name.lower() == "html":
        raise login_page(data)
    return Format.XML, name


def _behind_comments(data: bytes) -> int:
    """Where the document type or the root starts; found without a regular expression's stack."""
    at = 0
    while True:
        at = data.find(b"<", at)
        if at >= 0 and data.startswith(b"<!--", at):
            at = data.find(b"-->", at + 4)
        elif at >= 0 and data.startswith(b"<?", at):
            at = data.find(b"?>", at + 2)
        else:
            return at if at >= 0 else len(data)
        if at < 0:
            return len(data)


def _document_type(data: bytes, at: int) -> Exception:
    if data[at : at + 14].upper() == b"<!DOCTYPE HTML":
        return login_page(data)
    return unreadable(
        "The document has a document type",
        "OData needs none, and one can make a small file grow without end: it is not read.",
        data,
    )
