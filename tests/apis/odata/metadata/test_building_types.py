from k2bench.apis.odata.metadata.types import (
    ComplexType,
    Constraint,
    EntityType,
    Facets,
    KeyRef,
    Member,
    TypeRef,
)
from tests.apis.odata.metadata.reader import read, sample, within


def entity(name: str) -> EntityType:
    schema = read(sample("everything.xml")).schemas[0]
    return next(each for each in schema.entity_types if each.name == f"library.model.{name}")


def test_an_entity_type_has_all_it_says() -> None:
    thing, book = entity("Thing"), entity("Book")
    assert thing.abstract
    assert thing.key == (KeyRef("ID"),)
    assert thing.properties[1].annotations[0].value is None
    assert book.base == "library.model.Thing"
    assert book.open
    assert book.has_stream
    assert not book.abstract
    assert entity("Chapter").key == (KeyRef("Number"), KeyRef("Part/Letter", "PartLetter"))


def test_facets_of_every_kind() -> None:
    facets = {each.name: each.facets for each in entity("Book").properties}
    assert facets["Title"] == Facets(max_length="200", unicode=False, default="Untitled")
    assert facets["Price"] == Facets(precision="10", scale="variable")
    assert facets["Weight"] == Facets(scale="floating")
    assert facets["Covers"] == Facets(nullable=False)
    assert facets["Found"] == Facets(srid="4326")
    assert facets["Cover"] == Facets(max_length="max")


def test_a_foreign_attribute_is_kept() -> None:
    (annotation,) = entity("Book").properties[0].annotations
    assert annotation.term == "{https://house.test/ns}shelf"
    assert annotation.value is not None
    assert annotation.value.value == "7"


def test_navigation_with_everything() -> None:
    author, chapters = entity("Book").navigation_properties
    assert author.type == TypeRef("library.model.Person")
    assert author.nullable is False
    assert author.partner == "Books"
    assert author.on_delete == "Cascade"
    assert (author.constraints[0].property, author.constraints[0].referenced) == ("AuthorID", "ID")
    assert author.constraints[0].annotations
    assert isinstance(author.constraints[0], Constraint)
    assert len(author.annotations) == 1
    assert chapters.contains_target
    assert chapters.type.collection


def test_complex_types_may_navigate_and_be_open() -> None:
    part, size, box = read(sample("everything.xml")).schemas[0].complex_types
    assert type(part) is ComplexType
    assert size.open
    assert size.navigation_properties[0].name == "MeasuredBy"
    assert box.base == size.name


def test_enumerations() -> None:
    colour, state = read(sample("everything.xml")).schemas[0].enum_types
    assert colour.flags
    assert colour.underlying == "Edm.Int64"
    assert [member.value for member in colour.members] == [1, 2, 3]
    assert colour.members[0].annotations
    assert state.members == (Member("New", 0), Member("Old", 1))
    assert not state.flags
    assert state.underlying == "Edm.Int32"


def test_a_member_whose_value_is_no_number_stays() -> None:
    text = '<EnumType Name="E"><Member Name="a" Value="1"/><Member Name="b" Value="x"/></EnumType>'
    (enum,) = read(within(text)).schemas[0].enum_types
    assert [member.value for member in enum.members] == [1, None]
    huge = f'<EnumType Name="E"><Member Name="a" Value="{"9" * 5000}"/></EnumType>'
    assert read(within(huge)).schemas[0].enum_types[0].members[0].name == "a"


def test_a_type_definition() -> None:
    (kilogram,) = read(sample("everything.xml")).schemas[0].type_definitions
    assert kilogram.underlying == "Edm.Decimal"
    assert kilogram.facets == Facets(precision="8", scale="3")
    assert kilogram.annotations[0].term == "Org.OData.Measures.V1.Unit"
