"""Builds associations from the elements of CSDL 1 to 3 (CSDL 3.0, sections 7, 8 and 13)."""

from typing import Any

from k2bench.apis.odata.metadata.associations import Association, AssociationSet, End, Side, Sides
from k2bench.apis.odata.metadata.building_types import OnDelete
from k2bench.apis.odata.metadata.scope import Attributes, Build, Scope, first_of, those
from k2bench.apis.odata.metadata.types import KeyRef


def _end(scope: Scope, attributes: Attributes, children: list[Any]) -> End:
    on_delete = first_of(children, OnDelete)
    type_name = scope.type_ref(attributes.get("Type", "")).name
    return End(
        attributes.get("Role") or type_name.rpartition(".")[2],
        type_name,
        attributes.get("EntitySet", ""),
        attributes.get("Multiplicity", ""),
        on_delete.action if on_delete else "",
    )


def _principal(scope: Scope, attributes: Attributes, children: list[Any]) -> Side:
    return _side(attributes, children, principal=True)


def _dependent(scope: Scope, attributes: Attributes, children: list[Any]) -> Side:
    return _side(attributes, children, principal=False)


def _side(attributes: Attributes, children: list[Any], principal: bool) -> Side:
    names = tuple(ref.path for ref in those(children, KeyRef))
    return Side(attributes.get("Role", ""), names, principal)


def _association(scope: Scope, attributes: Attributes, children: list[Any]) -> None:
    name = scope.own(attributes.get("Name", ""))
    sides = first_of(children, Sides)
    made = Association(name, those(children, End), sides.sides if sides else ())
    scope.relationships.associations[name] = made


def _association_set(scope: Scope, attributes: Attributes, children: list[Any]) -> None:
    association = scope.resolve(attributes.get("Association", ""))
    scope.relationships.sets.append(AssociationSet(association, those(children, End)))


ASSOCIATIONS: dict[str, Build] = {
    "End": _end,
    "Principal": _principal,
    "Dependent": _dependent,
    "Association": _association,
    "AssociationSet": _association_set,
}
"""By the name of the element."""
