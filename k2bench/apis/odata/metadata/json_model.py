"""Parts of a schema in CSDL JSON as elements of CSDL XML (OData CSDL JSON 4.01, sections 5 to 13).

What JSON leaves out has other defaults there: a value may not be null, a type is `Edm.String`.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

from k2bench.apis.odata.metadata.json_expressions import Element, annotations

_ATTRIBUTES = {
    *("$BaseType", "$Abstract", "$OpenType", "$HasStream", "$UnderlyingType", "$IsFlags"),
    *("$MaxLength", "$Precision", "$Scale", "$SRID", "$Unicode", "$DefaultValue"),
    *("$Partner", "$ContainsTarget", "$BaseTerm", "$IsBound", "$IsComposable", "$EntitySetPath"),
    *("$Extends", "$EntitySet", "$IncludeInServiceDocument", "$Action", "$Function"),
}
_NO_TYPE = ("EntityType", "ComplexType", "EnumType", "TypeDefinition", "Action", "Function")


def part(name: str, value: Any) -> Iterator[Element]:
    """What a member of a schema defines; each overload of an operation is one element."""
    if isinstance(value, list):
        for each in value:
            yield from part(name, each)
    elif isinstance(value, dict):
        kind = value.get("$Kind")
        made = Element(kind if isinstance(kind, str) else "Property", _attributes(name, value))
        made.children = chain(_children(made.name, value), annotations(value))
        if made.name not in (*_NO_TYPE, "EntityContainer"):
            made.attributes |= _typed(value, made.name == "NavigationProperty")
        applies_to = value.get("$AppliesTo")
        if isinstance(applies_to, list):
            made.attributes["AppliesTo"] = " ".join(map(str, applies_to))
        yield made


def _attributes(name: str, value: Mapping[str, Any]) -> dict[str, str]:
    given = {key[1:]: text_of(value[key]) for key in value if key in _ATTRIBUTES}
    return {"Name": name, **given}


def text_of(value: Any) -> str:
    """A scalar as XML writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _typed(value: Mapping[str, Any], navigates: bool) -> dict[str, str]:
    name = text_of(value.get("$Type", "Edm.String"))
    collection = value.get("$Collection") is True
    found = {"Type": f"Collection({name})" if collection else name}
    if not (navigates and collection):
        found["Nullable"] = text_of(value.get("$Nullable") is True)
    return found


def _children(kind: str, value: Mapping[str, Any]) -> Iterator[Element]:
    build = _CHILDREN.get(kind)
    return build(value) if build else iter(())


def _structured(value: Mapping[str, Any]) -> Iterator[Element]:
    yield from _key(value.get("$Key"))
    for name, member in _members(value):
        yield from part(name, member)


def _enumeration(value: Mapping[str, Any]) -> Iterator[Element]:
    for name, member in _members(value):
        attributes = {"Name": name, "Value": text_of(member)}
        yield Element("Member", attributes, annotations(value, name))


def _container(value: Mapping[str, Any]) -> Iterator[Element]:
    for name, member in _members(value):
        if isinstance(member, dict):
            yield _offered(name, member)


def _members(value: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((name, member) for name, member in value.items() if name[:1] != "$" and "@" not in name)


def _key(parts: Any) -> Iterator[Element]:
    refs = []
    for each in parts if isinstance(parts, list) else ():
        if isinstance(each, dict):
            refs += [
                Element("PropertyRef", {"Name": text_of(path), "Alias": alias})
                for alias, path in each.items()
            ]
        else:
            refs.append(Element("PropertyRef", {"Name": text_of(each)}))
    if refs:
        yield Element("Key", children=refs)


def _relation(value: Mapping[str, Any]) -> Iterator[Element]:
    constraint = value.get("$ReferentialConstraint")
    if isinstance(constraint, dict):
        for name, referenced in _members(constraint):
            attributes = {"Property": name, "ReferencedProperty": text_of(referenced)}
            yield Element("ReferentialConstraint", attributes, annotations(constraint, name))
    if "$OnDelete" in value:
        yield Element("OnDelete", {"Action": text_of(value["$OnDelete"])})


def _signature(value: Mapping[str, Any]) -> Iterator[Element]:
    parameters = value.get("$Parameter")
    for each in parameters if isinstance(parameters, list) else ():
        if isinstance(each, dict):
            attributes = _attributes(text_of(each.get("$Name", "")), each) | _typed(each, False)
            yield Element("Parameter", attributes, annotations(each))
    returned = value.get("$ReturnType")
    if isinstance(returned, dict):
        attributes = _attributes("", returned) | _typed(returned, False)
        del attributes["Name"]
        yield Element("ReturnType", attributes, annotations(returned))


def _offered(name: str, value: Mapping[str, Any]) -> Element:
    """A set, a singleton or an import: told apart by what they have (section 13)."""
    made = Element("Singleton", _attributes(name, value))
    kind = text_of(value.get("$Type", ""))
    if "$Action" in value or "$Function" in value:
        made.name = "ActionImport" if "$Action" in value else "FunctionImport"
    elif value.get("$Collection") is True:
        made.name = "EntitySet"
        made.attributes["EntityType"] = kind
    else:
        made.attributes |= {"Type": kind, "Nullable": text_of(value.get("$Nullable") is True)}
    made.children = chain(_bindings(value), annotations(value))
    return made


def _bindings(value: Mapping[str, Any]) -> Iterator[Element]:
    bindings = value.get("$NavigationPropertyBinding")
    for path, target in bindings.items() if isinstance(bindings, dict) else ():
        yield Element("NavigationPropertyBinding", {"Path": path, "Target": text_of(target)})


_CHILDREN: dict[str, Callable[[Mapping[str, Any]], Iterator[Element]]] = {
    "EntityType": _structured,
    "ComplexType": _structured,
    "EnumType": _enumeration,
    "EntityContainer": _container,
    "Action": _signature,
    "Function": _signature,
    "NavigationProperty": _relation,
}
