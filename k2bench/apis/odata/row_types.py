"""Which type each column of an answer has, by the metadata.

What the rows are is told by the context URL of the answer (OData Protocol 4.01, section 10;
OData 3.0 JSON, section 5), or else by the URL that was asked for.
"""

import re
from urllib.parse import unquote

from k2bench.apis.odata.metadata.index import Index
from k2bench.core.response import ResponseSnapshot

LOOKED_AT = 4096  # bytes at the start of an answer
_CONTEXT = re.compile(rb'"(?:@odata\.context|@context|odata\.metadata)"\s*:\s*"([^"\\]*)"')
_BRACKETS = re.compile(r"\([^()]*\)")
_COLLECTION = re.compile(r"Collection\(([\w.]+)\)")


def row_types(index: Index, response: ResponseSnapshot, path: str) -> dict[str, str]:
    """Types by column: `Edm.Int64`, ...; empty when it is not known what the rows are.

    Args:
        path: below the service root, as it stands in the URL, without the query.
    """
    found = _CONTEXT.search(response.body[:LOOKED_AT])
    told = found.group(1).decode("utf-8", "replace") if found is not None else ""
    fragment = unquote(told.partition("#")[2]).partition("&")[0]
    type_name = _type_of(index, fragment) or type_at(index, path)
    return {
        each.name: index.primitive(each.type.name)
        for each in index.properties(type_name)
        if not each.type.collection
    }


def type_at(index: Index, path: str) -> str:
    """The qualified name of the type of what a path gives; empty: unknown.

    Args:
        path: below the service root, as it stands in the URL, without the query.
    """
    return _type_of(index, unquote(path))


def _type_of(index: Index, path: str) -> str:
    """The structured type that a path or a context fragment ends at; empty: unknown."""
    whole = _COLLECTION.fullmatch(path)
    if whole is not None:
        path = whole.group(1)
    first, *rest = [each for each in _without_brackets(path).split("/") if each] or [""]
    start = index.entity_type(first)
    name = start.name if start is not None else ""
    if not name and index.structured(first) is not None:
        name = first
    for segment in rest:
        if segment.startswith("$") or not name:
            continue
        step = index.step(name, segment)
        if index.structured(segment) is not None:
            name = segment
        else:
            name = step.type.name if step is not None else ""
    return name if index.structured(name) is not None else ""


def _without_brackets(path: str) -> str:
    """Without keys and lists of columns, which may stand in each other."""
    while (shorter := _BRACKETS.sub("", path)) != path:
        path = shorter
    return path
