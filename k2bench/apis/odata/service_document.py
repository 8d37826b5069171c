"""The service document: what a service offers at its root, in JSON or Atom whatever was asked for.

Sources: OData JSON Format 4.01, section 5; OData Atom Format 4.0, section 5; OData 3.0 JSON,
section 6; RFC 5023, section 8. An empty one is normal: nothing is published yet.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from k2bench.apis.odata.metadata.error import MetadataError, unreadable
from k2bench.apis.odata.metadata.prolog import Format, as_utf8, start_of
from k2bench.core.problem import WorkbenchError
from k2bench.core.url import encode_segment, origin_of, resolved

ENTITY_SET = "EntitySet"

_KINDS = {
    "collection": ENTITY_SET,
    "function-import": "FunctionImport",
    "singleton": "Singleton",
    "service-document": "ServiceDocument",
}
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_CONTEXTS = ("@odata.context", "@context", "odata.metadata")


@dataclass(frozen=True, slots=True)
class ServiceEntry:
    """One thing at the root.

    Attributes:
        name: what stands in URLs.
        url: absolute, when the service document's own URL was known.
        kind: `EntitySet`, `Singleton`, `FunctionImport` or `ServiceDocument`.
        title: for people; empty when it would only repeat the name.
    """

    name: str
    url: str
    kind: str = ENTITY_SET
    title: str = ""


def read_service_document(data: bytes, base: str = "") -> tuple[ServiceEntry, ...]:
    """All entries in their order.

    Args:
        data: up to a few megabytes; it is read in one go.
        base: the URL that it came from.

    Raises:
        MetadataError: it is something else: a login page, an error, metadata.
    """
    data, recoded = as_utf8(data)
    form, root = start_of(data)
    base = _with_slash(base)
    if form is Format.JSON:
        return tuple(_from_json(_json(data), base, data))
    if root.lower() != "service":
        hint = f"It is XML, and its outermost element is {root[:60]}, not service."
        raise unreadable("What came is not a service document", hint, data)
    return tuple(_from_atom(_xml(data, recoded), base))


def _with_slash(base: str) -> str:
    """A service root ends in a slash, whatever was typed (URL Conventions 4.01, section 2)."""
    base = base.partition("?")[0].partition("#")[0]
    return base + "/" if base and not base.endswith("/") else base


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise unreadable("The service document breaks off", f"{error}.", data) from error


def _from_json(value: Any, base: str, data: bytes) -> Iterator[ServiceEntry]:
    if not isinstance(value, dict):
        raise _no_list(data)
    older = value.get("d")
    if isinstance(older, dict) and isinstance(older.get("EntitySets"), list):
        names = (name for name in older["EntitySets"] if isinstance(name, str))
        return (_entry(name, encode_segment(name), base, ENTITY_SET, "") for name in names)
    if not isinstance(value.get("value"), list):
        raise _no_list(data)
    context = next((value[name] for name in _CONTEXTS if isinstance(value.get(name), str)), "")
    return _entries(value["value"], _nearer(base, context))


def _entries(items: Iterable[Any], base: str) -> Iterator[ServiceEntry]:
    for item in items:
        if not isinstance(item, dict):
            continue
        name, url, kind, title = (_text(item, key) for key in ("name", "url", "kind", "title"))
        if name or url:
            yield _entry(name or url, url or encode_segment(name), base, kind or ENTITY_SET, title)


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _entry(name: str, url: str, base: str, kind: str, title: str) -> ServiceEntry:
    try:
        whole = resolved(base, url)
    except WorkbenchError:  # `//[` is not a URL
        whole = url
    return ServiceEntry(name, whole, kind, "" if title == name else title)


def _nearer(base: str, context: str) -> str:
    """Where relative URLs start. A context of another origin is a gateway's inner address."""
    try:
        context = resolved(base, context)
        if not base or origin_of(context) == origin_of(base):
            return context
    except WorkbenchError:
        pass
    return base


def _no_list(data: bytes) -> MetadataError:
    hint = "It has no list of what is there. The details show what came."
    return unreadable("What came is not a service document", hint, data)


def _xml(data: bytes, recoded: bool) -> Any:
    # Not at the top: 20 ms that a start need not pay.
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(
        encoding="utf-8" if recoded else None,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise unreadable("The service document breaks off", f"{error}.", data) from error


def _from_atom(root: Any, base: str) -> Iterator[ServiceEntry]:
    for element in root.iter("{*}collection", *(f"{{*}}{name}" for name in list(_KINDS)[1:])):
        href = element.get("href") or ""
        title = next((child.text or "" for child in element.iterchildren("{*}title")), "").strip()
        given = next((text for key, text in element.items() if key.endswith("}name")), "")
        name = given or title or href
        if href or name:
            kind = _KINDS[element.tag.rpartition("}")[2]]
            yield _entry(name, href or encode_segment(name), _base_of(element, base), kind, title)


def _base_of(element: Any, base: str) -> str:
    """`xml:base` of the element and those around it, the outermost first."""
    chain = [element, *element.iterancestors()]
    for each in reversed(chain):
        base = _nearer(base, each.get(_BASE) or "")
    return base
