"""Builds annotations and their expressions (OData CSDL XML 4.01, section 14)."""

from typing import Any

from k2bench.apis.odata.metadata.annotation import Annotation, Expression
from k2bench.apis.odata.metadata.document import TargetAnnotations
from k2bench.apis.odata.metadata.scope import Attributes, Build, Scope, those
from k2bench.apis.odata.metadata.types import Term

SHORTHANDS = {
    *("String", "Bool", "Int", "Float", "Decimal", "Guid", "Binary", "EnumMember", "UrlRef"),
    *("Date", "DateTime", "DateTimeOffset", "Duration", "Time", "TimeOfDay"),
    *("Path", "PropertyPath", "NavigationPropertyPath", "AnnotationPath"),
    *("AnyPropertyPath", "ModelElementPath"),
}
"""Expressions that may be an attribute of `Annotation` or `PropertyValue` (section 14.3)."""

NAMING = {
    "Record": "Type",
    "PropertyValue": "Property",
    "Apply": "Function",
    "Cast": "Type",
    "IsOf": "Type",
    "LabeledElement": "Name",
    "LabeledElementReference": "Name",
}
"""The attribute that gives an expression its `value`."""

_QUALIFIED = ("Record", "Cast", "IsOf", "Apply", "LabeledElementReference")


def expression(
    scope: Scope, kind: str, attributes: Attributes, children: list[Any], text: str
) -> Expression:
    """Any element that no other builder takes: a constant with its text, or operands."""
    name = attributes.pop(NAMING.get(kind, ""), "")
    if kind in _QUALIFIED:
        name = str(scope.type_ref(name))
    operands = those(children, Expression)
    short = _shorthand(scope, attributes)
    parts = (short, *operands) if short else operands
    return Expression(
        kind,
        name or (_constant(scope, kind, text) if not parts else ""),
        parts,
        scope.annotations(attributes, children),
    )


def _shorthand(scope: Scope, attributes: Attributes) -> Expression | None:
    for name in attributes:
        if name in SHORTHANDS:
            return Expression(name, _constant(scope, name, attributes.pop(name)))
    return None


def _constant(scope: Scope, kind: str, text: str) -> str:
    if kind == "String":
        return text
    text = text.strip()
    if kind == "EnumMember":
        return " ".join(scope.resolve_path(member) for member in text.split())
    return scope.resolve(text) if kind == "LabeledElementReference" else text


def _annotation(scope: Scope, attributes: Attributes, children: list[Any]) -> Annotation:
    term = scope.resolve(attributes.pop("Term", ""))
    qualifier = attributes.pop("Qualifier", "") if attributes else ""
    value = _shorthand(scope, attributes)
    if value is None:
        value = next((child for child in children if type(child) is Expression), None)
    return Annotation(term, value, qualifier, scope.annotations(attributes, children))


def _type_annotation(scope: Scope, attributes: Attributes, children: list[Any]) -> Annotation:
    """Of CSDL 3: a record for a term."""
    record = Expression("Record", "", those(children, Expression))
    return Annotation(scope.resolve(attributes.get("Term", "")), record)


def _annotations(scope: Scope, attributes: Attributes, children: list[Any]) -> TargetAnnotations:
    target = scope.resolve_path(attributes.pop("Target", ""))
    qualifier = attributes.pop("Qualifier", "")
    found = those(children, Annotation)
    if qualifier:
        found = tuple(
            Annotation(each.term, each.value, each.qualifier or qualifier, each.annotations)
            for each in found
        )
    return TargetAnnotations(target, found)


def _documentation(scope: Scope, attributes: Attributes, children: list[Any]) -> Annotation | None:
    """Of CSDL 1 to 3: a summary and a long description."""
    texts = [child.value.strip() for child in children if type(child) is Expression]
    return Annotation("Documentation", Expression("String", "\n".join(filter(None, texts))))


def _term(scope: Scope, attributes: Attributes, children: list[Any]) -> Term:
    take = attributes.pop
    name, base = scope.own(take("Name", "")), scope.resolve(take("BaseTerm", ""))
    type_ref, applies_to = scope.type_ref(take("Type", "")), tuple(take("AppliesTo", "").split())
    facets = scope.facets(attributes)
    return Term(name, type_ref, facets, base, applies_to, scope.annotations(attributes, children))


ANNOTATIONS: dict[str, Build] = {
    "Annotation": _annotation,
    "ValueAnnotation": _annotation,
    "TypeAnnotation": _type_annotation,
    "Annotations": _annotations,
    "Documentation": _documentation,
    "Term": _term,
}
"""By the name of the element."""
