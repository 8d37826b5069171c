"""Annotations, with their expressions kept as data (OData CSDL XML 4.01, section 14).

It does not evaluate anything and knows no vocabulary.
"""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct


class Expression(Struct, frozen=True, gc=False):
    """A constant, or a tree of operands.

    Attributes:
        kind: the name of its element in CSDL XML: `String`, `Bool`, `Path`, `Collection`,
            `Record`, `PropertyValue`, `Apply`, `If`, ...
        value: the text of a constant or path, or the name that the element carries: the property
            of a `PropertyValue`, the type of a `Record`, the function of an `Apply`.
        parts: items, operands or property values.
        annotations: of the expression itself.
    """

    kind: str
    value: str = ""
    parts: tuple["Expression", ...] = ()
    annotations: tuple["Annotation", ...] = ()

    def member(self, name: str) -> "Expression | None":
        """The value of a record's property; None when it is not given."""
        for part in self.parts:
            if part.kind == "PropertyValue" and part.value == name:
                return part.parts[0] if part.parts else None
        return None

    def plain(self) -> Any:
        """Bools, texts, lists and dicts, as far as the expression is made of constants."""
        if self.kind in ("Bool", "Null"):
            return self.value.lower() == "true" if self.kind == "Bool" else None
        if self.kind == "Collection":
            return [part.plain() for part in self.parts]
        if self.kind == "Record":
            return {
                part.value: part.parts[0].plain() if part.parts else None
                for part in self.parts
                if part.kind == "PropertyValue"
            }
        return self.value


class Annotation(Struct, frozen=True, gc=False):
    """A term applied to a part of the model.

    Attributes:
        term: its qualified name; an attribute of another namespace is kept as an annotation too,
            under `sap:label` or `{uri}label`, and one that CSDL 4 does not know under its name.
        value: None for the term's own default.
        qualifier: what tells it from others with the same term; mostly empty.
        annotations: of the annotation itself.
    """

    term: str
    value: Expression | None = None
    qualifier: str = ""
    annotations: tuple["Annotation", ...] = ()


def find(annotations: Iterable[Annotation], term: str) -> Annotation | None:
    """The one with this term and no qualifier, if there is one; else any with the term."""
    found = [each for each in annotations if each.term == term]
    return next((each for each in found if not each.qualifier), found[0] if found else None)
