"""Annotations of CSDL JSON as elements of CSDL XML (OData CSDL JSON 4.01, section 14)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_NAMED = {"Apply": "$Function", "Cast": "$Type", "IsOf": "$Type", "LabeledElement": "$Name"}
_ATTRIBUTES = {"Apply": "Function", "Cast": "Type", "IsOf": "Type", "LabeledElement": "Name"}
_TEXTS = ("Path", "LabeledElementReference")


@dataclass(slots=True)
class Element:
    """What would be an element of CSDL XML."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element"] = field(default_factory=list)
    text: str = ""


def annotations(members: Mapping[str, Any], of: str = "") -> Iterator[Element]:
    """The annotations of an object, or those of its member `of` (`Red@Core.Description`)."""
    prefix = of + "@"
    for key, value in members.items():
        term = key.removeprefix(prefix)
        if key.startswith(prefix) and "@" not in term and term != "type":
            name, _, qualifier = term.partition("#")
            attributes = {"Term": name, **({"Qualifier": qualifier} if qualifier else {})}
            children = [expression(value), *annotations(members, key)]
            yield Element("Annotation", attributes, children)


def expression(value: Any) -> Element:
    """A constant, a collection, a record or a dynamic expression."""
    if isinstance(value, bool):
        return Element("Bool", text=str(value).lower())
    if value is None:
        return Element("Null")
    if isinstance(value, str):
        return Element("String", text=value)
    if isinstance(value, list):
        return Element("Collection", children=[expression(each) for each in value])
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
    made = Element(kind, children=list(annotations(value)))
    if kind in _NAMED and isinstance(value.get(_NAMED[kind]), str):
        made.attributes[_ATTRIBUTES[kind]] = value[_NAMED[kind]]
    if kind in _TEXTS and isinstance(operands, str):
        made.text = operands
    elif kind == "Null":
        pass
    elif isinstance(operands, list):
        made.children += [expression(each) for each in operands]
    else:
        made.children.append(expression(operands))
    return made


def _record(value: dict[str, Any]) -> Element:
    kind = value.get("@type")
    record = Element("Record", {"Type": kind.rpartition("#")[2]} if isinstance(kind, str) else {})
    for name, member in value.items():
        if "@" not in name:
            children = [expression(member), *annotations(value, name)]
            record.children.append(Element("PropertyValue", {"Property": name}, children))
    record.children += annotations(value)
    return record
