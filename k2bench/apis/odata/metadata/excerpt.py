"""Finds the part of a metadata document in CSDL XML that describes one thing.

By its bytes alone, so that it costs little in a document of any size; what a comment holds may be
taken for the thing.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from k2bench.apis.odata.metadata.error import MetadataError
from k2bench.apis.odata.metadata.prolog import as_utf8

_QUOTES = (b'"', b"'")


def excerpt(data: bytes, tag: str, name: str) -> bytes:
    """The element with its content; empty when it is not found.

    Args:
        tag: `EntityType`, `EntitySet`, ...
        name: qualified for what has a namespace, else the plain one; empty: any.
    """
    try:
        data, _ = as_utf8(data)
    except MetadataError:
        return b""
    namespace, _, plain = name.rpartition(".")
    if namespace:
        for start, end in _elements(data, "Schema", "Namespace", namespace):
            found = _first(data[start:end], tag, plain)
            if found:
                return found
    return _first(data, tag, plain)


def _first(data: bytes, tag: str, name: str) -> bytes:
    span = next(_elements(data, tag, "Name", name), None)
    return data[span[0] : span[1]] if span is not None else b""


def _elements(data: bytes, tag: str, attribute: str, value: str) -> Iterator[tuple[int, int]]:
    """Where elements with an attribute of that value start and end; an empty value: any."""
    for quote in _QUOTES:
        sought = attribute.encode() + b"=" + quote
        if value:
            sought += escape(value, {'"': "&quot;"}).encode() + quote
        at = data.find(sought)
        while at >= 0:
            start = data.rfind(b"<", 0, at)
            whole = data[start + 1 : start + 80].split(None, 1)[0] if start >= 0 else b""
            if whole.rpartition(b":")[2] == tag.encode() and data[at - 1 : at].isspace():
                yield start, _end(data, start, whole)
            at = data.find(sought, at + 1)


def _end(data: bytes, start: int, whole: bytes) -> int:
    """Behind the end tag. No element of CSDL that has a name stands in one of its own kind."""
    head = _head_end(data, start)
    if data[head - 2 : head - 1] == b"/":
        return head
    closing = data.find(b"</" + whole + b">", head)
    return closing + len(whole) + 3 if closing >= 0 else len(data)


def _head_end(data: bytes, start: int) -> int:
    """Behind the `>` of a start tag; one in quotes does not count."""
    at = start
    while at < len(data):
        signs = [found for sign in (b">", *_QUOTES) if (found := data.find(sign, at)) >= 0]
        if not signs:
            break
        nearest = min(signs)
        sign = data[nearest : nearest + 1]
        if sign == b">":
            return nearest + 1
        closing = data.find(sign, nearest + 1)
        if closing < 0:
            break
        at = closing + 1
    return len(data)
