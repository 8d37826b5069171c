"""What is worth comparing of each part of a model, as words: `Type`, `Nullable`, `Key`, ...

Annotations and the order of things are left out: they change without anybody noticing.
"""

from collections.abc import Sequence
from typing import TypeAlias

from k2bench.apis.odata.metadata.container import EntitySet, OperationImport, Singleton
from k2bench.apis.odata.metadata.types import (
    ComplexType,
    EntityType,
    EnumType,
    Facets,
    NavigationProperty,
    Operation,
    Parameter,
    Property,
    ReturnType,
    Term,
    TypeDefinition,
)

Facts: TypeAlias = dict[str, str]


def facets(value: Facets) -> Facts:
    """Those that are given."""
    found = {
        "Nullable": _said(value.nullable),
        "MaxLength": value.max_length,
        "Precision": value.precision,
        "Scale": value.scale,
        "SRID": value.srid,
        "Unicode": _said(value.unicode),
        "Default": f"“{value.default}”" if value.default is not None else "",
    }
    return {name: text for name, text in found.items() if text}


def typed(value: Property | Parameter | ReturnType | Term) -> Facts:
    """Type and facets. What is nullable is so whether it says so or not."""
    found = {"Type": str(value.type), **facets(value.facets)}
    if found.get("Nullable") == "true":
        del found["Nullable"]
    return found


def navigation(value: NavigationProperty) -> Facts:
    """Where a navigation property leads, and how."""
    found = {
        "Type": str(value.type),
        "Nullable": "false" if value.nullable is False else "",
        "Partner": value.partner,
        "Contained": _yes(value.contains_target),
        "On delete": value.on_delete,
        "Constraint": ", ".join(f"{c.property} = {c.referenced}" for c in value.constraints),
    }
    return {name: text for name, text in found.items() if text}


def structured(value: ComplexType) -> Facts:
    """What an entity or complex type is, without its properties."""
    found = {
        "Base type": value.base,
        "Abstract": _yes(value.abstract),
        "Open": _yes(value.open),
    }
    if isinstance(value, EntityType):
        found["Media stream"] = _yes(value.has_stream)
        found["Key"] = ", ".join(ref.name for ref in value.key)
    return {name: text for name, text in found.items() if text}


def enumeration(value: EnumType) -> Facts:
    """Members by name, so that each one's value is compared."""
    found = {"Flags": _yes(value.flags), "Underlying type": value.underlying}
    members = {f"Member {each.name}": str(each.value) for each in value.members}
    return {name: text for name, text in (found | members).items() if text}


def definition(value: TypeDefinition) -> Facts:
    """What a type definition stands for."""
    return {"Underlying type": value.underlying, **facets(value.facets)}


def operation(value: Operation) -> Facts:
    """All that a caller of one overload must know."""
    found = {
        "Bound": _yes(value.bound),
        "Composable": _yes(value.composable),
        "Returns": _words(value.returns) if value.returns else "",
    }
    parameters = {f"Parameter {each.name}": _words(each) for each in value.parameters}
    return {name: text for name, text in (found | parameters).items() if text}


def entity_set(value: EntitySet | Singleton) -> Facts:
    """The type, and where navigation leads."""
    targets = {f"Target of {each.path}": each.target for each in value.bindings}
    return {"Type": value.type, **targets}


def operation_import(value: OperationImport) -> Facts:
    """What is called, and what it gives back."""
    found = {
        "Calls": value.operation,
        "Entity set": value.entity_set,
        "HTTP method": value.http_method,
    }
    return {name: text for name, text in found.items() if text}


def signature(value: Operation) -> str:
    """What tells one overload from another (CSDL XML 4.01, sections 12.2 and 12.4)."""
    shown: Sequence[Parameter] = value.parameters
    if value.kind == "action":
        shown = value.parameters[:1] if value.bound else ()
    return f"{value.name}({', '.join(str(each.type) for each in shown)})"


def _words(value: Parameter | ReturnType) -> str:
    return ", ".join(
        text if name == "Type" else f"{name} {text}" for name, text in typed(value).items()
    )


def _said(value: bool | None) -> str:
    return "" if value is None else str(value).lower()


def _yes(value: bool) -> str:
    return "yes" if value else ""
