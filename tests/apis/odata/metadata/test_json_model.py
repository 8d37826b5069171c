from k2bench.apis.odata.metadata.container import Binding
from k2bench.apis.odata.metadata.document import Schema
from k2bench.apis.odata.metadata.json_model import part, text_of
from k2bench.apis.odata.metadata.types import Facets, KeyRef, Property, TypeRef
from tests.apis.odata.metadata.reader import read, sample


def schema() -> Schema:
    return read(sample("everything.json")).schemas[0]


def test_what_is_left_out_has_the_defaults_of_json() -> None:
    letter = schema().complex_types[0].properties[0]
    assert letter == Property("Letter", TypeRef("Edm.String"), Facets(nullable=False))


def test_types_with_all_that_they_say() -> None:
    thing, book, chapter, _person = schema().entity_types
    assert thing.abstract
    assert thing.key == (KeyRef("ID"),)
    assert thing.properties[1].facets == Facets(nullable=True, precision="3")
    assert book.base == "library.model.Thing"
    assert book.has_stream
    assert book.open
    title = book.properties[0].facets
    assert title == Facets(nullable=True, max_length="200", unicode=False, default="None")
    assert book.properties[2].type == TypeRef("library.model.Colour", collection=True)
    assert chapter.key == (KeyRef("Number"), KeyRef("Part/Letter", "PartLetter"))
    author, chapters = book.navigation_properties
    assert author.on_delete == "Cascade"
    assert author.nullable is False
    assert (author.constraints[0].property, author.constraints[0].referenced) == ("AuthorID", "ID")
    assert author.constraints[0].annotations
    assert chapters.contains_target
    assert chapters.nullable is None


def test_enumerations_definitions_and_terms() -> None:
    (colour,) = schema().enum_types
    assert [(each.name, each.value) for each in colour.members] == [("Red", 1), ("Green", 2)]
    assert colour.members[0].annotations
    assert colour.flags
    assert schema().type_definitions[0].facets == Facets(precision="8")
    shelf, top = schema().terms
    assert shelf.applies_to == ("EntityType", "Property")
    assert shelf.base == top.name
    assert top.type.collection


def test_operations_and_the_container() -> None:
    lend, one, many = schema().operations
    assert lend.parameters[1].annotations
    assert lend.returns is not None
    assert lend.returns.facets.nullable is True
    assert one.composable
    assert many.binding == TypeRef("library.model.Book", collection=True)
    (library,) = schema().containers
    assert [each.name for each in library.sets] == ["Books", "People"]
    assert library.sets[0].bindings == (Binding("Author", "People"),)
    assert not library.sets[1].in_service_document
    assert library.singletons[0].nullable
    assert [each.operation for each in library.imports] == [
        "library.model.Burn",
        "library.model.Oldest",
    ]


def test_odd_values_are_no_error() -> None:
    odd = {"$Kind": 5, "$Key": 7, "$Parameter": {}, "$AppliesTo": 1, "a": 1}
    assert [each.name for each in part("x", odd)] == ["Property"]
    assert list(part("x", None)) == []
    for kind in ("EntityType", "EntityContainer", "Action", "NavigationProperty", "EnumType", ""):
        assert next(part("x", odd | {"$Kind": kind})).name == kind
    assert text_of(value=True) == "true"
