"""What language a body is written in: by its media type, and by how it starts.

The start is believed where the two disagree: servers often send an error page as JSON.
"""

import re
from enum import Enum

from k2bench.content.json_scan import UTF8_BOM

_BLANK = b" \t\r\n\0"


class BodyFormat(Enum):
    """A language that has a layout of its own, or TEXT; BINARY has no lines worth reading."""

    JSON = "JSON"
    XML = "XML"
    HTML = "HTML"
    FORM = "form data"
    TEXT = "text"
    IMAGE = "image"
    BINARY = "binary"


_TYPES = {
    "application/json": BodyFormat.JSON,
    "text/json": BodyFormat.JSON,
    "application/xml": BodyFormat.XML,
    "text/xml": BodyFormat.XML,
    "text/html": BodyFormat.HTML,
    "application/xhtml+xml": BodyFormat.HTML,
    "application/x-www-form-urlencoded": BodyFormat.FORM,
    "image/svg+xml": BodyFormat.XML,
}
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"\0\0\1\0")
_WEBP_OR_BMP = re.compile(rb"RIFF....WEBP|BM....\0\0\0\0", re.DOTALL)
_SVG = re.compile(rb"\s*+(?:<(?:\?|!--|!DOCTYPE)[^>]*+>\s*+)*+<svg\b", re.IGNORECASE)
_PACKED = (b"PK\3\4", b"%PDF-", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")


def told_format(media_type: str) -> BodyFormat | None:
    """What a media type says; None when it says nothing that helps."""
    if media_type in _TYPES:
        return _TYPES[media_type]
    if media_type.endswith("+json"):
        return BodyFormat.JSON
    if media_type.endswith("+xml"):
        return BodyFormat.XML
    if media_type.startswith("image/"):
        return BodyFormat.IMAGE
    return None


def is_svg(media_type: str, head: bytes) -> bool:
    """Whether a body that is XML is a drawing."""
    return media_type == "image/svg+xml" or bool(_SVG.match(head.removeprefix(UTF8_BOM)))


def format_of(media_type: str, head: bytes) -> tuple[BodyFormat, str]:
    """The language of a body, and what is odd about it (or nothing).

    Args:
        media_type: in lower case, without parameters; may be empty.
        head: the first bytes of the body, in UTF-8 if it is text.
    """
    told, seen = told_format(media_type), _seen_format(head, media_type.startswith("text/"))
    if told is None or not head.strip(_BLANK):
        return seen if told is None else told, ""
    if seen is BodyFormat.TEXT or seen is told or (told, seen) in _COMPATIBLE:
        return told, ""
    return seen, f"The header says {media_type}, but the body is {_NAMED.get(seen, seen.value)}"


_NAMED = {BodyFormat.IMAGE: "an image", BodyFormat.BINARY: "binary data"}
_COMPATIBLE = {
    (BodyFormat.HTML, BodyFormat.XML),
    (BodyFormat.XML, BodyFormat.HTML),
    (BodyFormat.IMAGE, BodyFormat.BINARY),
}


def _seen_format(head: bytes, is_said_to_be_text: bool) -> BodyFormat:
    if head.startswith(_PICTURES) or _WEBP_OR_BMP.match(head):
        return BodyFormat.IMAGE
    if head.startswith(_PACKED) or _looks_binary(head):
        return BodyFormat.BINARY
    start = head.removeprefix(UTF8_BOM).lstrip(_BLANK)[:400].lower()
    if start[:1] in (b"{", b"["):
        return BodyFormat.JSON
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return BodyFormat.HTML
    if start[:1] == b"<":
        return BodyFormat.XML
    has_nul = b"\0" in head  # UTF-16 comes transcoded
    return BodyFormat.BINARY if has_nul and not is_said_to_be_text else BodyFormat.TEXT


def _looks_binary(head: bytes) -> bool:
    """Whether much of the start is control characters, as no text has them."""
    sample = head[:1024]
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return controls > 3 and controls * 10 > len(sample)
