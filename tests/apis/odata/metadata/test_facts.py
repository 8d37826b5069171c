from k2bench.apis.odata.metadata import facts
from k2bench.apis.odata.metadata.types import Facets, Property, TypeRef
from tests.apis.odata.metadata.reader import read, sample

LIBRARY = read(sample("everything.xml")).schemas[0]


def test_only_what_is_said_is_a_fact() -> None:
    assert facts.facets(Facets()) == {}
    said = Facets(False, "5", "3", "1", "0", True, "")
    assert facts.facets(said) == {
        "Nullable": "false",
        "MaxLength": "5",
        "Precision": "3",
        "Scale": "1",
        "SRID": "0",
        "Unicode": "true",
        "Default": "“”",
    }


def test_what_is_said_needlessly_is_no_fact() -> None:
    text = TypeRef("Edm.String")
    assert facts.typed(Property("a", text, Facets(nullable=True))) == {"Type": "Edm.String"}


def test_types_and_their_parts() -> None:
    book = LIBRARY.entity_types[1]
    assert facts.structured(book) == {
        "Base type": "library.model.Thing",
        "Open": "yes",
        "Media stream": "yes",
    }
    assert facts.structured(LIBRARY.entity_types[2]) == {"Key": "Number, PartLetter"}
    assert facts.navigation(book.navigation_properties[0]) == {
        "Type": "library.model.Person",
        "Nullable": "false",
        "Partner": "Books",
        "On delete": "Cascade",
        "Constraint": "AuthorID = ID",
    }
    assert facts.enumeration(LIBRARY.enum_types[0])["Member Green"] == "2"
    assert facts.definition(LIBRARY.type_definitions[0])["Scale"] == "3"


def test_operations() -> None:
    lend, burn, _one, many, _oldest = LIBRARY.operations
    assert facts.operation(lend) == {
        "Bound": "yes",
        "Returns": "library.model.Person",
        "Parameter book": "library.model.Book, Nullable false",
        "Parameter until": "Edm.Date",
    }
    assert facts.signature(lend) == "library.model.Lend(library.model.Book)"
    assert facts.signature(burn) == "library.model.Burn()"
    assert facts.signature(many) == (
        "library.model.Similar(Collection(library.model.Book), Edm.Int32)"
    )


def test_what_is_at_the_root() -> None:
    container = LIBRARY.containers[1]
    assert facts.entity_set(container.sets[0])["Target of Author"] == "People"
    assert facts.entity_set(container.singletons[0])["Type"] == "library.model.Person"
    assert facts.operation_import(container.imports[1]) == {
        "Calls": "library.model.Oldest",
        "Entity set": "Books",
    }
