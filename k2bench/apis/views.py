"""The views that every kind of API shares: by media type, then by the first character."""

from collections.abc import Mapping

from k2bench.apis.view import Language, TableView, TextView, TreeView, View
from k2bench.core.response import ResponseSnapshot

_BY_START = {b"{": Language.JSON, b"[": Language.JSON, b"<": Language.XML}


def language_of(response: ResponseSnapshot) -> Language:
    """What the body is, by its media type, then by its first character (RFC 6838, RFC 6839)."""
    media_type = response.media_type
    start = response.body[:512].lstrip(b"\xef\xbb\xbf\x00 \t\r\n")
    if media_type.endswith(("/json", "+json")):
        return Language.JSON
    if media_type == "text/html" or start[:14].lower().startswith((b"<!doctype html", b"<html")):
        return Language.HTML
    if media_type.endswith(("/xml", "+xml")):
        return Language.XML
    if media_type == "application/x-www-form-urlencoded":
        return Language.FORM
    return _BY_START.get(start[:1], Language.PLAIN)


def json_views(member: str = "", types: Mapping[str, str] | None = None) -> tuple[View, ...]:
    """Rows first, then the text, then the tree."""
    return (TableView(member, types or {}), TextView(Language.JSON), TreeView())


def views_of(response: ResponseSnapshot) -> tuple[View, ...]:
    """Table, text and tree of JSON; the text of anything else."""
    language = language_of(response)
    return json_views() if language is Language.JSON else (TextView(language),)
