from k2bench.apis.odata.metadata.annotation import Expression, find
from k2bench.apis.odata.metadata.document import Schema
from k2bench.apis.odata.metadata.types import Facets
from tests.apis.odata.metadata.reader import read, sample, within


def schema() -> Schema:
    return read(sample("everything.xml")).schemas[0]


def everything() -> dict[str, list[Expression]]:
    targets = next(each for each in schema().targets if each.target.endswith("/Books"))
    found = find(targets.annotations, "library.model.Everything")
    assert found is not None
    assert found.value is not None
    kinds: dict[str, list[Expression]] = {}
    for part in found.value.parts:
        kinds.setdefault(part.kind, []).append(part)
    return kinds


def test_targets_lose_their_alias_and_give_their_qualifier() -> None:
    title, most, _books = schema().targets
    assert title.target == "library.model.Book/Title"
    assert [each.qualifier for each in title.annotations] == ["Phone", "Own"]
    assert most.target == ("library.model.Similar(Collection(library.model.Book),Edm.Int32)/most")


def test_every_kind_of_expression_is_kept() -> None:
    kinds = everything()
    assert len(kinds) == 44
    assert kinds["String"][0].value == " The <cat> sat "
    assert kinds["EnumMember"][0].value == "library.model.Colour/Red library.model.Colour/Green"
    assert kinds["Duration"][0].value == "P7D"
    assert [part.kind for part in kinds["Or"][0].parts] == ["Path", "Not"]
    assert kinds["Apply"][0].value == "odata.concat"
    assert kinds["IsOf"][0].value == "library.model.Book"
    assert [part.value for part in kinds["If"][0].parts] == ["Found", "Yes", "No"]
    assert [part.parts[0].kind for part in kinds["LabeledElement"]] == ["Path", "Path"]
    assert kinds["Record"][0].value == "library.model.Dimensions"
    assert kinds["Null"][0].annotations[0].term == "Org.OData.Core.V1.Description"
    assert kinds["UrlRef"][0].parts[0].kind == "Apply"
    assert kinds["LabeledElementReference"][0].value == "library.model.label"


def test_short_forms_and_annotations_of_annotations() -> None:
    targets = next(each for each in schema().targets if each.target.endswith("/Books"))
    shorthand = find(targets.annotations, "library.model.Shorthand")
    assert shorthand is not None
    assert shorthand.value == Expression("EnumMember", "library.model.Colour/Both")
    annotated = find(targets.annotations, "library.model.Annotated")
    assert annotated is not None
    assert annotated.value == Expression("Int", "5")
    assert annotated.annotations[0].term == "Org.OData.Core.V1.Description"


def test_terms() -> None:
    shelf, top = schema().terms
    assert shelf.applies_to == ("EntityType", "Property")
    assert shelf.facets == Facets(nullable=False, default="A")
    assert top.base == shelf.name
    assert top.type.collection


def test_documentation_of_older_schemas_is_an_annotation() -> None:
    customer = read(sample("older.xml")).schemas[0].entity_types[0]
    documentation = find(customer.annotations, "Documentation")
    assert documentation is not None
    assert documentation.value == Expression("String", "Who buys\nand pays")


def test_annotations_of_csdl_3() -> None:
    text = (
        '<Annotations Target="a.T"><ValueAnnotation Term="a.V" String="x"/>'
        '<TypeAnnotation Term="a.R"><PropertyValue Property="p" Int="1"/></TypeAnnotation>'
        "</Annotations>"
    )
    value, record = read(within(text)).schemas[0].targets[0].annotations
    assert value.value == Expression("String", "x")
    assert record.value is not None
    assert record.value.plain() == {"p": "1"}
