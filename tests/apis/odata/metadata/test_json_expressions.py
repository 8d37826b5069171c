from decimal import Decimal

import pytest

from k2bench.apis.odata.metadata.annotation import Annotation, Expression, find
from k2bench.apis.odata.metadata.json_expressions import annotations, expression
from tests.apis.odata.metadata.reader import read, sample


def everything() -> tuple[Expression, ...]:
    (target,) = read(sample("everything.json")).schemas[0].targets
    assert target.target == "library.model.Book/Title"
    found = find(target.annotations, "library.model.Everything")
    assert found is not None
    assert found.value is not None
    return found.value.parts


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (True, "Bool", "true"),
        (None, "Null", ""),
        ("a", "String", "a"),
        (5, "Int", "5"),
        (Decimal("1.10"), "Decimal", "1.10"),
        ([], "Collection", ""),
        ({}, "Record", ""),
        ({"$Path": "A/B"}, "Path", "A/B"),
    ],
)
def test_each_value_has_its_element(value: object, kind: str, text: str) -> None:
    made = expression(value)
    assert (made.name, made.text) == (kind, text)


def test_every_dynamic_expression_is_kept() -> None:
    kinds = [part.kind for part in everything()]
    assert kinds == [
        *("Bool", "Int", "Decimal", "String", "Null", "Path", "And", "If", "Apply", "Cast"),
        *("IsOf", "LabeledElement", "LabeledElementReference", "UrlRef", "Neg", "Null", "Record"),
    ]
    found = dict(zip(kinds, everything(), strict=True))
    assert found["Decimal"].value == "3.10"
    assert [part.kind for part in found["And"].parts] == ["Path", "Not"]
    assert found["Apply"].value == "odata.concat"
    assert found["IsOf"].value == "library.model.Book"
    assert found["LabeledElement"].value == "label"
    assert found["LabeledElementReference"].value == "library.model.label"
    assert found["Null"].annotations[0].term == "Org.OData.Core.V1.Description"
    assert found["Record"].value == "library.model.Dimensions"
    assert found["Record"].parts[0].annotations


def test_annotations_of_annotations_of_members() -> None:
    members = {"@A#q": 1, "@A#q@B": 2, "x@C": 3, "x@C@D": 4, "@type": "#x", "y": 5}
    (own,) = annotations(members)
    assert own.attributes == {"Term": "A", "Qualifier": "q"}
    assert [child.attributes for child in own.children] == [{}, {"Term": "B"}]
    (of_x,) = annotations(members, "x")
    assert of_x.attributes == {"Term": "C"}
    assert [child.attributes for child in of_x.children] == [{}, {"Term": "D"}]


def test_they_are_the_same_values_as_those_of_xml() -> None:
    book = read(sample("everything.json")).schemas[0].entity_types[1]
    (description,) = book.annotations
    assert description == Annotation(
        "Org.OData.Core.V1.Description",
        Expression("String", "A book"),
        "",
        (Annotation("Org.OData.Core.V1.IsLanguageDependent", Expression("Bool", "true")),),
    )
