"""Feeds XML to `Elements` in small steps. The only file of this room that imports lxml.

Entities, document types and the network are off (`prolog` has refused a document type before).
"""

from collections.abc import Generator
from typing import Any

from k2bench.apis.odata.metadata.elements import Elements
from k2bench.apis.odata.metadata.error import MetadataError, unreadable
from k2bench.apis.odata.metadata.scope import Scope

CHUNK = 8 * 1024  # bytes; one step of at most 5 ms
LONGEST = 256 * 1024  # bytes of a tag or a text, which a step cannot be cut in


def read_xml(data: bytes, scope: Scope, recoded: bool) -> Generator[int, None, None]:
    """Build everything into `scope`; yields the offset that is reached.

    Args:
        data: the document.
        scope: is filled.
        recoded: whether it is UTF-8 now, whatever its declaration says.

    Raises:
        MetadataError: it is no XML, no metadata, or breaks off.
    """
    elements = Elements(scope)
    parser, syntax_error = _parser(elements, recoded)
    try:
        closed = 0
        for at in range(0, len(data), CHUNK):
            chunk = data[at : at + CHUNK]
            closed = at if b">" in chunk else closed
            if at - closed > LONGEST:
                raise unreadable("The metadata has a tag or a text without end", "It is not read.")
            parser.feed(chunk)
            yield at
        parser.close()
    except syntax_error as error:
        raise _syntax(error, data) from error
    finally:
        elements.let_go()


def _parser(elements: Elements, recoded: bool) -> tuple[Any, type[Exception]]:
    # Not at the top: 20 ms that a start need not pay.
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(
        target=elements,
        encoding="utf-8" if recoded else None,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    return parser, etree.XMLSyntaxError


def _syntax(error: Exception, data: bytes) -> MetadataError:
    line, column = getattr(error, "position", (0, 0))
    ended = data.rstrip()[-1:] != b">" or "Premature end" in str(error)
    title = "The document breaks off" if ended else "The document is not well-formed XML"
    hint = f"Line {line}, column {column}: {error}." if line else f"{error}."
    if ended:
        hint = f"The end is missing: load it again. ({hint.rstrip('.')}.)"
    return unreadable(title, hint)
