"""What can be done with an entity set, and with which verb: the methods of a SmartObject.

K2 v4 sends Create with POST, Update with PUT, Delete with DELETE, Read and List with GET and named
methods with POST; `$metadata` does not tell which inputs a named method needs
(`resources/k2-facts.md`, "OData"). OData 3 offers List only. Any other OData service fits too:
what its capabilities forbid is left out (vocabulary Org.OData.Capabilities.V1).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.keys import KeyPart, key_predicate
from k2bench.apis.odata.literals import literal
from k2bench.apis.odata.metadata.annotation import Annotation, find
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.metadata.types import Operation, OperationKind, Parameter, Property
from k2bench.core.url import encode_segment, encode_value

CAPABILITIES = "Org.OData.Capabilities.V1."
Input: TypeAlias = Property | Parameter


class MethodKind(StrEnum):
    """What a method does, in K2's words."""

    LIST = "List"
    READ = "Read"
    CREATE = "Create"
    UPDATE = "Update"
    DELETE = "Delete"
    EXECUTE = "Execute"


VERBS = {
    MethodKind.LIST: "GET",
    MethodKind.READ: "GET",
    MethodKind.CREATE: "POST",
    MethodKind.UPDATE: "PUT",
    MethodKind.DELETE: "DELETE",
}
_FORBIDDEN_BY = {
    MethodKind.CREATE: ("InsertRestrictions", "Insertable"),
    MethodKind.UPDATE: ("UpdateRestrictions", "Updatable"),
    MethodKind.DELETE: ("DeleteRestrictions", "Deletable"),
}
_WITH_KEY = (MethodKind.READ, MethodKind.UPDATE, MethodKind.DELETE)


@dataclass(frozen=True, slots=True)
class Method:
    """One thing to do.

    Attributes:
        name: for people: `List`, or the short name of an operation; of an import, that of the URL.
        verb: the HTTP method.
        entity_set: the set it belongs to; empty: it is called at the root.
        key: the properties of the key that the path needs; empty when it needs none.
        inputs: what the body (or a function's parentheses) takes.
        suggested: properties that may be inputs of a named method that declares none.
        operation: of a named method, otherwise None.
    """

    name: str
    kind: MethodKind
    verb: str
    entity_set: str
    key: tuple[Input, ...] = ()
    inputs: tuple[Input, ...] = ()
    suggested: tuple[Input, ...] = ()
    operation: Operation | None = None

    def path(
        self,
        index: Index,
        key: Sequence[KeyPart] = (),
        arguments: Mapping[str, str | None] | None = None,
    ) -> str:
        """The path below the service root, encoded.

        Args:
            index: knows what type definitions stand for.
            key: of the row, for a method that needs one.
            arguments: a function's inputs by name, as text; those not given are left out.

        Raises:
            WorkbenchError: a value is not of its type, or the key is missing.
        """
        dialect = index.metadata.dialect
        path = encode_segment(self.entity_set or self.name)
        if self.key:
            path += key_predicate(key, dialect)
        if self.operation is None:
            return path
        if self.entity_set:
            path += "/" + encode_segment(self.operation.name)
        if self.operation.kind is OperationKind.FUNCTION:
            path += _arguments(self.inputs, arguments or {}, index)
        return path


def methods_of(index: Index, entity_set: str) -> tuple[Method, ...]:
    """All methods of a set, the standard ones first; empty for a set that is not there."""
    found = index.sets.get(entity_set)
    if found is None:
        return ()
    type_name = found.type
    key = tuple(
        step
        for ref in index.key(type_name)
        if isinstance(step := index.step(type_name, ref.path), Property)
    )
    home = index.home(entity_set)
    annotations = index.annotations(f"{home}/{entity_set}", found.annotations)
    standard = [
        Method(kind.value, kind, verb, entity_set, *_standard_inputs(index, kind, type_name, key))
        for kind, verb in VERBS.items()
        if _is_offered(kind, index, bool(key), annotations)
    ]
    return (*standard, *_named(index, entity_set, type_name, key))


def import_of(index: Index, name: str) -> Method | None:
    """What calls an operation at the root; None when there is none of that name.

    Of several overloads it is the one that takes the most.
    """
    found = index.imports.get(name)
    if found is None:
        return None
    unbound = [each for each in index.operations.get(found.operation, ()) if not each.bound]
    operation = max(unbound, key=lambda each: len(each.inputs), default=None)
    verb = found.http_method or ("POST" if found.kind is OperationKind.ACTION else "GET")
    inputs = operation.inputs if operation is not None else ()
    return Method(name, MethodKind.EXECUTE, verb, "", inputs=inputs, operation=operation)


def _standard_inputs(
    index: Index, kind: MethodKind, type_name: str, key: tuple[Input, ...]
) -> tuple[tuple[Input, ...], tuple[Input, ...]]:
    writes = kind in (MethodKind.CREATE, MethodKind.UPDATE)
    return key if kind in _WITH_KEY else (), index.properties(type_name) if writes else ()


def _is_offered(
    kind: MethodKind, index: Index, keyed: bool, annotations: tuple[Annotation, ...]
) -> bool:
    if kind in _WITH_KEY and not keyed:
        return False
    if kind not in _FORBIDDEN_BY:
        return True
    if index.metadata.dialect is Dialect.V3:
        return False
    term, member = _FORBIDDEN_BY[kind]
    restrictions = find(annotations, CAPABILITIES + term)
    said = restrictions.value.member(member) if restrictions and restrictions.value else None
    return said is None or said.plain() is not False


def _named(index: Index, entity_set: str, type_name: str, key: tuple[Input, ...]) -> list[Method]:
    found = []
    for collection in (True, False):
        for operation in index.bound_to(type_name, collection):
            action = operation.kind is OperationKind.ACTION
            suggested = index.properties(type_name) if action and not operation.inputs else ()
            found.append(
                Method(
                    operation.name.rpartition(".")[2],
                    MethodKind.EXECUTE,
                    "POST" if action else "GET",
                    entity_set,
                    () if collection else key,
                    operation.inputs,
                    suggested,
                    operation,
                )
            )
    return found


def _arguments(inputs: Sequence[Input], arguments: Mapping[str, str | None], index: Index) -> str:
    """In parentheses; OData 3 has them in the query (OData 3.0 URL Conventions, section 4.7)."""
    older = index.metadata.dialect is Dialect.V3
    encode = encode_value if older else encode_segment
    pairs = [
        f"{encode(each.name)}={encode(_argument(each, arguments[each.name], index))}"
        for each in inputs
        if each.name in arguments
    ]
    if older:
        return "?" + "&".join(pairs) if pairs else ""
    return "(" + ",".join(pairs) + ")"


def _argument(parameter: Input, text: str | None, index: Index) -> str:
    return literal(text, index.primitive(parameter.type.name), index.metadata.dialect)
