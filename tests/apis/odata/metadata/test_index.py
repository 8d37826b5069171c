from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.metadata.types import KeyRef, NavigationProperty, Property
from tests.apis.odata.metadata.reader import read, sample, within

LIB = "library.model."


def library() -> Index:
    return Index(read(sample("everything.xml")))


def names(found: object) -> list[str]:
    return [each.name for each in found]  # type: ignore[attr-defined]


def test_types_by_name_and_by_set() -> None:
    index = library()
    book = index.entity_type("Books")
    assert book is index.entity_type(LIB + "Book") is index.types[LIB + "Book"]
    person = index.entity_type("Librarian")
    assert person is not None
    assert person.name == LIB + "Person"
    assert index.entity_type("Nothing") is None
    assert index.structured(LIB + "Part") is not None
    assert index.structured(LIB + "Colour") is None
    assert index.entity_type(LIB + "Part") is None
    assert index.enum(LIB + "Colour") is not None
    assert index.enum(LIB + "Part") is None
    assert index.primitive(LIB + "Kilogram") == "Edm.Decimal"
    assert index.primitive("Edm.Guid") == "Edm.Guid"


def test_a_container_offers_what_it_extends() -> None:
    index = library()
    assert sorted(index.sets) == ["Books", "People"]
    assert list(index.singletons) == ["Librarian"]
    assert sorted(index.imports) == ["Burn", "Oldest"]
    assert index.home("Books") == LIB + "Library"
    assert index.home("People") == LIB + "Base"
    assert index.home("Nothing") == ""


def test_inherited_properties_come_first() -> None:
    index = library()
    assert names(index.properties(LIB + "Book"))[:3] == ["ID", "ChangedAt", "Title"]
    assert names(index.navigation(LIB + "BoxDimensions")) == ["MeasuredBy"]
    assert index.key(LIB + "Book") == (KeyRef("ID"),)
    assert index.key(LIB + "Part") == ()
    assert index.is_open(LIB + "BoxDimensions")
    assert not index.is_open(LIB + "Person")
    assert index.properties("Gone") == ()


def test_circles_end_where_they_began() -> None:
    text = (
        '<EntityType Name="A" BaseType="a.B"><Property Name="x" Type="Edm.Int32"/></EntityType>'
        '<EntityType Name="B" BaseType="a.A"><Property Name="y" Type="Edm.Int32"/>'
        '<Property Name="x" Type="Edm.Guid"/></EntityType>'
        '<EntityType Name="S" BaseType="a.S"/>'
    )
    index = Index(read(within(text)))
    assert names(index.properties("n.A")) == ["y", "x"]
    assert names(index.bases("n.S")) == ["n.S"]
    assert index.derived("n.A") == ("n.B",)
    assert index.derived("n.S") == ()


def test_paths_lead_through_complex_types_navigation_and_casts() -> None:
    index = library()
    height = index.step(LIB + "Book", "Size/Height")
    assert isinstance(height, Property)
    assert height.type.name == "Edm.Double"
    assert index.step(LIB + "Book", f"Size/{LIB}BoxDimensions/Depth") is not None
    assert isinstance(index.step(LIB + "Book", "Author"), NavigationProperty)
    assert index.step(LIB + "Book", "Author/Books/Title") is not None
    assert index.step(LIB + "Book", "Author/Nothing") is None
    assert index.step(LIB + "Book", "") is None


def test_targets_of_navigation() -> None:
    index = library()
    assert index.target("Books", "Author") == "People"
    assert index.target("Books", "Size/library.model.BoxDimensions/MeasuredBy") == "People"
    assert index.target("Books", "Chapters") == ""
    assert index.target("Nothing", "x") == ""


def test_derived_types() -> None:
    assert sorted(library().derived(LIB + "Thing")) == [LIB + "Book", LIB + "Person"]


def test_operations_bound_to_a_type_and_to_its_collection() -> None:
    index = library()
    assert names(index.bound_to(LIB + "Book", collection=False)) == [LIB + "Lend", LIB + "Similar"]
    assert names(index.bound_to(LIB + "Book", collection=True)) == [LIB + "Similar"]
    assert index.bound_to(LIB + "Thing", collection=True) == ()
    assert len(index.operations[LIB + "Similar"]) == 2


def test_operations_of_a_base_type_can_be_called_too() -> None:
    text = (
        '<EntityType Name="A"/><EntityType Name="B" BaseType="a.A"/>'
        '<Action Name="F" IsBound="true"><Parameter Name="it" Type="a.A"/></Action>'
        '<Action Name="G" IsBound="true"/>'
    )
    index = Index(read(within(text)))
    assert names(index.bound_to("n.B", collection=False)) == ["n.F"]


def test_annotations_from_both_places() -> None:
    index = library()
    title = next(each for each in index.properties(LIB + "Book") if each.name == "Title")
    found = index.annotations(LIB + "Book/Title", title.annotations)
    assert [each.qualifier for each in found] == ["", "Phone", "Own"]
    assert index.annotations("Nothing") == ()


def test_the_default_container_comes_first_and_older_sets_resolve() -> None:
    text = sample("older.xml").replace(
        b'<EntityContainer Name="ShopEntities"',
        b'<EntityContainer Name="Else" m:IsDefaultEntityContainer="false">'
        b'<EntitySet Name="Orders" EntityType="Other.Order"/></EntityContainer>'
        b'<EntityContainer Name="ShopEntities"',
    )
    index = Index(read(text))
    assert index.sets["Orders"].type == "Shop.Data.Order"
    assert index.target("Orders", "Customer") == "Customers"


def test_a_bare_name_extends_a_container_of_the_same_schema() -> None:
    text = (
        '<EntityContainer Name="A"><EntitySet Name="S" EntityType="a.T"/></EntityContainer>'
        '<EntityContainer Name="B" Extends="A"/><EntityType Name="T"/>'
    )
    metadata = read(within(text))
    assert metadata.schemas[0].containers[1].extends == "n.A"


def test_containers_that_extend_each_other_end() -> None:
    text = '<EntityContainer Name="A" Extends="a.B"/><EntityContainer Name="B" Extends="a.A"/>'
    assert Index(read(within(text))).sets == {}
