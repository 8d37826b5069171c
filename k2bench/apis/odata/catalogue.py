"""An OData service as a tree: sets with their properties and methods, operations, types.

K2's rules are told where they bite; their source is `resources/k2-facts.md`, "OData".
"""

from collections.abc import Callable, Iterable
from functools import partial

from k2bench.apis.catalogue import Node, NodeKind
from k2bench.apis.odata.element import Element
from k2bench.apis.odata.member_nodes import members, parameter, short, type_node
from k2bench.apis.odata.metadata.descriptions import description
from k2bench.apis.odata.metadata.index import AnyType, Index
from k2bench.apis.odata.metadata.types import (
    ComplexType,
    EntityType,
    EnumType,
    TypeDefinition,
)
from k2bench.apis.odata.methods import Method, MethodKind, import_of, methods_of
from k2bench.apis.odata.nearest import PREFIX
from k2bench.apis.odata.service import Catalogue
from k2bench.apis.odata.service_document import ENTITY_SET
from k2bench.core.url import encode_segment

PREFIXED = (
    "The SmartObject's name does not start with a letter, so K2 puts OData_ in front of its system "
    "name."
)
SYSTEM_NAME = "This is the SmartObject's system name, which requests need; forms show another one."
NOT_DESCRIBED = (
    "The service document lists it, and $metadata does not describe it. If it was published a "
    "moment ago, refresh in about 30 s."
)
NOT_LISTED = "$metadata describes it, and the service document does not list it."
NO_INPUTS = "$metadata does not tell which inputs a method of K2 needs."
NOTHING_HERE = "Nothing is published here"

_GROUPS: tuple[tuple[str, type[AnyType]], ...] = (
    ("Entity types", EntityType),
    ("Complex types", ComplexType),
    ("Enumerations", EnumType),
    ("Type definitions", TypeDefinition),
)


def root_of(catalogue: Catalogue) -> Node:
    """The service, with everything below it."""
    count = len(catalogue.sets)
    words = f"{count:,} set{'' if count == 1 else 's'}"
    return Node(
        NodeKind.SERVICE,
        catalogue.service.name,
        words,
        catalogue.service.url,
        Element(catalogue, "EntityContainer"),
        partial(_parts, catalogue),
        open=not catalogue.service.optional,
    )


def _parts(catalogue: Catalogue) -> tuple[Node, ...]:
    if catalogue.is_empty:
        return (Node(NodeKind.NOTE, NOTHING_HERE, told=NOTHING_HERE + "."),)
    listed = None
    if catalogue.entries is not None:
        listed = {each.name: each.title for each in catalogue.entries}
    found = [_set(catalogue, name, listed) for name in catalogue.sets]
    index = catalogue.index
    if index is not None:
        calls = [_import(catalogue, index, name) for name in index.imports]
        found += _group("Singletons", [_singleton(catalogue, index, n) for n in index.singletons])
        found += _group("Functions", [n for n in calls if n.kind is NodeKind.FUNCTION])
        found += _group("Actions", [n for n in calls if n.kind is NodeKind.ACTION])
        found += _types(catalogue, index)
    else:
        found += _group("Others", _others(catalogue))
    return tuple(found)


def _group(name: str, nodes: Iterable[Node]) -> list[Node]:
    parts = tuple(nodes)
    return [Node(NodeKind.GROUP, name, f"{len(parts):,}", load=lambda: parts)] if parts else []


def _set(catalogue: Catalogue, name: str, listed: dict[str, str] | None) -> Node:
    index = catalogue.index
    described = index.sets.get(name) if index is not None else None
    detail = ""
    load: Callable[[], tuple[Node, ...]] | None = None
    if index is not None and described is None:
        detail = "not described"
    elif index is not None and described is not None:
        load = partial(_set_parts, catalogue, index, name, described.type)
        detail = "" if listed is None or name in listed else "not listed"
    element = Element(catalogue, "EntitySet", name, segment=encode_segment(name))
    told = partial(_set_words, catalogue, name, listed)
    return Node(NodeKind.ENTITY_SET, name, detail, told, element, load)


def _set_words(catalogue: Catalogue, name: str, listed: dict[str, str] | None) -> str:
    """What K2 and the two documents make worth knowing of a set."""
    index = catalogue.index
    title = (listed or {}).get(name, "")
    tips = [f"{title}." if title else ""]
    if index is not None and name not in index.sets:
        tips.append(NOT_DESCRIBED)
    elif catalogue.service.is_k2:
        tips.append(PREFIXED if name.lower().startswith(PREFIX) else SYSTEM_NAME)
    if listed is not None and name not in listed:
        tips.append(NOT_LISTED)
    if index is not None and name in index.sets:
        target, inline = f"{index.home(name)}/{name}", index.sets[name].annotations
        tips.append(description(index.annotations(target, inline)))
    return " ".join(filter(None, tips))


def _set_parts(catalogue: Catalogue, index: Index, name: str, type_name: str) -> tuple[Node, ...]:
    methods = tuple(_method(catalogue, index, each) for each in methods_of(index, name))
    return (*members(catalogue, index, type_name), *_group("Methods", methods))


def _method(catalogue: Catalogue, index: Index, method: Method) -> Node:
    tip = ""
    if method.operation is not None:
        tip = description(method.operation.annotations)
        tip = tip or (NO_INPUTS if method.suggested and catalogue.service.is_k2 else "")
    tag = method.operation.kind.value.capitalize() if method.operation is not None else ""
    name = method.operation.name if method.operation is not None else method.name
    inputs = method.inputs if method.operation is not None else ()
    load = partial(_inputs, catalogue, index, method) if inputs else None
    return Node(
        NodeKind.METHOD,
        method.name,
        method.verb,
        tip,
        Element(catalogue, tag, name, method=method),
        load,
        sought=method.kind is MethodKind.EXECUTE,
    )


def _inputs(catalogue: Catalogue, index: Index, method: Method) -> tuple[Node, ...]:
    taken = method.operation.inputs if method.operation is not None else ()
    return tuple(parameter(catalogue, index, each) for each in taken)


def _singleton(catalogue: Catalogue, index: Index, name: str) -> Node:
    type_name = index.singletons[name].type
    return Node(
        NodeKind.SINGLETON,
        name,
        type_name.rpartition(".")[2],
        description(index.singletons[name].annotations),
        Element(catalogue, "Singleton", name, segment=encode_segment(name)),
        partial(members, catalogue, index, type_name),
    )


def _import(catalogue: Catalogue, index: Index, name: str) -> Node:
    found, method = index.imports[name], import_of(index, name)
    reads = method is not None and method.verb == "GET"
    operation = method.operation if method is not None else None
    returns = operation.returns if operation is not None else None
    kind = NodeKind.FUNCTION if reads else NodeKind.ACTION
    return Node(
        kind,
        name,
        short(returns.type) if returns is not None else "",
        description((*found.annotations, *(operation.annotations if operation else ()))),
        Element(catalogue, f"{found.kind.value.capitalize()}Import", name, method=method),
        partial(_inputs, catalogue, index, method)
        if method is not None and method.inputs
        else None,
    )


def _types(catalogue: Catalogue, index: Index) -> list[Node]:
    by_class: dict[type[AnyType], list[str]] = {}
    for name, each in index.types.items():
        by_class.setdefault(type(each), []).append(name)
    groups = [
        Node(
            NodeKind.GROUP,
            title,
            f"{len(names):,}",
            load=partial(_type_nodes, catalogue, index, tuple(names)),
        )
        for title, kind in _GROUPS
        if (names := by_class.get(kind))
    ]
    if not groups:
        return []
    return [Node(NodeKind.GROUP, "Types", f"{len(index.types):,}", load=lambda: tuple(groups))]


def _type_nodes(catalogue: Catalogue, index: Index, names: tuple[str, ...]) -> tuple[Node, ...]:
    return tuple(type_node(catalogue, index, name) for name in names)


def _others(catalogue: Catalogue) -> Iterable[Node]:
    """What the service document lists beside sets, when that is all that is known."""
    for each in catalogue.entries or ():
        if each.kind != ENTITY_SET:
            kind = NodeKind.SINGLETON if each.kind == "Singleton" else NodeKind.FUNCTION
            element = Element(catalogue, each.kind, each.name, segment=encode_segment(each.name))
            yield Node(kind, each.name, told=each.title, source=element)
