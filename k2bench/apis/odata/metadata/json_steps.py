"""Reads CSDL JSON in small steps, as if it were CSDL XML (OData CSDL JSON 4.01, sections 3 to 5).

A type is decoded when its turn comes, so that no step holds the whole document.
"""

import json
from collections.abc import Generator, Iterable, Iterator
from decimal import Decimal
from typing import Any, TypeAlias

import msgspec

from k2bench.apis.odata.metadata.elements import Elements
from k2bench.apis.odata.metadata.error import unreadable
from k2bench.apis.odata.metadata.json_expressions import Element, annotations
from k2bench.apis.odata.metadata.json_model import part, text_of
from k2bench.apis.odata.metadata.scope import Scope

EDM = "{http://docs.oasis-open.org/odata/ns/edm}"
PAUSE_AFTER = 200  # elements
LARGEST = 2 * 1024 * 1024  # bytes of a type, a container, ...: decoded in one step

Members: TypeAlias = dict[str, bytes]
"""An object whose values are still JSON."""


def read_json(data: bytes, scope: Scope) -> Generator[int, None, None]:
    """Build everything into `scope`; yields how many bytes were decoded.

    Raises:
        MetadataError: it is no JSON, or no metadata.
    """
    try:
        document = _members(data)
        if "$Version" not in document:
            raise _something_else(document, data)
        yield 0
        yield from _document(document, Elements(scope))
    except (ValueError, RecursionError) as error:
        raise unreadable("The metadata is not well-formed JSON", f"{error}.", data) from error


def _something_else(document: Members, data: bytes) -> Exception:
    if "error" in document:
        hint = "The details show what it says."
        return unreadable("The server sent an error instead of metadata", hint, data)
    if "value" in document:
        hint = "The metadata is at its address with $metadata behind it."
        return unreadable("This is a service document, not metadata", hint, data)
    hint = "It has no $Version. The details show what came."
    return unreadable("What came is JSON, but not metadata", hint, data)


def _document(document: Members, elements: Elements) -> Generator[int, None, None]:
    done = 0
    version = text_of(_value(document["$Version"]))
    elements.start(EDM + "Edmx", {"Version": version})
    for _ in _emit(elements, _references(_value(document.get("$Reference", b"{}")))):
        yield done
    for namespace, raw in document.items():
        if namespace.startswith("$"):
            continue
        schema = _members(raw)
        attributes = {"Namespace": namespace}
        if "$Alias" in schema:
            attributes["Alias"] = text_of(_value(schema["$Alias"]))
        elements.start(EDM + "Schema", attributes)
        for made, size in _parts(schema):
            for _ in _emit(elements, made):
                yield done
            done += size
            yield done
        elements.end(EDM + "Schema")
    elements.end(EDM + "Edmx")


def _parts(schema: Members) -> Iterator[tuple[Iterable[Element], int]]:
    """The parts of a schema, each with the number of bytes it had."""
    for name, raw in schema.items():
        if name == "$Annotations":
            for target, terms in _members(raw).items():
                yield _targeted(target, _value(terms)), len(terms)
        elif name.startswith("@"):
            yield annotations({name: _value(raw)}), len(raw)
        elif name[:1] != "$" and "@" not in name:
            yield part(name, _value(raw)), len(raw)


def _targeted(target: str, terms: Any) -> Iterator[Element]:
    if isinstance(terms, dict):
        yield Element("Annotations", {"Target": target}, list(annotations(terms)))


def _references(value: Any) -> Iterator[Element]:
    for uri, reference in value.items() if isinstance(value, dict) else ():
        if not isinstance(reference, dict):
            continue
        children = list(annotations(reference))
        included = reference.get("$Include")
        for each in included if isinstance(included, list) else ():
            if isinstance(each, dict):
                names = {"Namespace": "$Namespace", "Alias": "$Alias"}
                attributes = {name: text_of(each.get(key, "")) for name, key in names.items()}
                children.append(Element("Include", attributes, annotations(each)))
        yield Element("Reference", {"Uri": uri}, children)


def _emit(elements: Elements, made: Iterable[Element]) -> Generator[None, None, None]:
    """Tell all of it to `elements`, with pauses and without recursion."""
    open_ones: list[tuple[Element | None, Iterator[Element]]] = [(None, iter(made))]
    count = 0
    while open_ones:
        element, children = open_ones[-1]
        child = next(children, None)
        if child is not None:
            elements.start(EDM + child.name, child.attributes)
            open_ones.append((child, iter(child.children)))
            count += 1
            if count % PAUSE_AFTER == 0:
                yield
            continue
        open_ones.pop()
        if element is not None:
            elements.data(element.text)
            elements.end(EDM + element.name)


def _members(data: bytes) -> Members:
    raw = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    return {name: bytes(value) for name, value in raw.items()}


def _value(raw: bytes) -> Any:
    if len(raw) > LARGEST:
        raise unreadable("The metadata has a part of more than 2 MB", "It is not read.")
    return json.loads(raw, parse_float=Decimal)  # keeps every digit
