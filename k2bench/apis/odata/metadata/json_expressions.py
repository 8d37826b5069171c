"""Annotations of CSDL JSON as elements of CSDL XML (OData CSDL JSON 4.01, section 14)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

_NAMED = {"Apply": "$Function", "Cast": "$Type", "IsOf": "$Type", "LabeledElement": "$Name"}
_ATTRIBUTES = {"Apply": "Function", "Cast": "Type", "IsOf": "Type", "LabeledElement": "Name"}
_TEXTS = ("Path", "LabeledElementReference")


@dataclass(slots=True)
class Element:
    """What would be an element of CSDL XML. Its children may be made when they are asked for."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: Iterable["Element"] = ()
    text: str = ""


def annotations(members: Mapping[str, Any], of: str = "") -> Iterator[Element]:
    """The annotations of an object, or those of its member `of` (`Red@Core.Description`)."""
    prefix = of + "@"
    for key, value in members.items():
        term = key.removeprefix(prefix)
        if key.startswith(prefix) and "@" not in term and term != "type":
            name, _, qualifier = term.partition("#")
            attributes = {"Term": name, **({"Qualifier": qualifier} if qualifier else {})}
            yield Element("Annotation", attributes, _valued(value, members, key))


def _valued(value: Any, members: Mapping[str, Any], of: str) -> Iterator[Element]:
    """A value, and the annotations of the member that holds it."""
    yield expression(value)
    yield from annotations(members, of)


def expression(value: Any) -> Element:
    """A constant, a collection, a record or a dynamic expression."""
    if isinstance(value, bool):
        return Element("Bool", text=str(value).lower())
    if value is None:
        return Element("Null")
    if isinstance(value, str):
        return Element("String", text=value)
    if isinstance(value, list):
        return Element("Collection", children=map(expression, value))
    if isinstance(value, dict):
        return _dynamic(value) or _record(value)
    return Element("Int" if isinstance(value, int) else "Decimal", text=str(value))


def _dynamic(value: dict[str, Any]) -> Element | None:
    """An object with one member like `$Path`, `$If`, `$Apply`; the others give its name."""
    names = [key for key in value if key.startswith("$")]
    kinds = [key for key in names if key not in _NAMED.values()] or names
    if not kinds:
        return None
    kind, operands = kinds[0][1:], value[kinds[0]]
    made = Element(kind, children=annotations(value))
    if kind in _NAMED and isinstance(value.get(_NAMED[kind]), str):
        made.attributes[_ATTRIBUTES[kind]] = value[_NAMED[kind]]
    if kind in _TEXTS and isinstance(operands, str):
        made.text = operands
    elif kind != "Null":
        several = operands if isinstance(operands, list) else [operands]
        made.children = chain(made.children, map(expression, several))
    return made


def _record(value: dict[str, Any]) -> Element:
    kind = value.get("@type")
    attributes = {"Type": kind.rpartition("#")[2]} if isinstance(kind, str) else {}
    members = (
        Element("PropertyValue", {"Property": name}, _valued(member, value, name))
        for name, member in value.items()
        if "@" not in name
    )
    return Element("Record", attributes, chain(members, annotations(value)))
