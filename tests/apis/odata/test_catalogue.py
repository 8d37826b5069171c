from k2bench.apis.catalogue import Node, NodeKind
from k2bench.apis.odata.catalogue import (
    NOT_DESCRIBED,
    NOT_LISTED,
    NOTHING_HERE,
    PREFIXED,
    SYSTEM_NAME,
    root_of,
)
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.service import Catalogue
from k2bench.apis.odata.service_document import ServiceEntry
from tests.apis.odata.catalogues import K2, OTHER, child, root
from tests.apis.odata.metadata.reader import read, sample, within


def names(node: Node) -> list[str]:
    return [each.name for each in node.children()]


def test_a_service_has_sets_then_the_rest() -> None:
    made = root()
    assert (made.name, made.detail, made.open) == ("OData v4", "2 sets", True)
    assert names(made) == ["Orders", "OData_2024", "Singletons", "Functions", "Actions", "Types"]
    assert names(child(made, "Singletons", "Me"))[0] == "ID"


def test_k2_s_rules_are_told_where_they_bite() -> None:
    made = root(K2, ServiceEntry("OData_2024", "", title="2024 Orders"), ServiceEntry("Orders", ""))
    assert names(made)[:2] == ["OData_2024", "Orders"]
    assert child(made, "OData_2024").tip == f"2024 Orders. {PREFIXED}"
    assert child(made, "Orders").tip == SYSTEM_NAME
    assert child(root(OTHER), "Orders").tip == ""


def test_the_two_documents_may_differ() -> None:
    made = root(K2, ServiceEntry("New", ""), ServiceEntry("Orders", ""))
    assert child(made, "New").tip == NOT_DESCRIBED
    assert child(made, "New").detail == "not described"
    assert child(made, "New").load is None
    assert NOT_LISTED in child(made, "OData_2024").tip


def test_methods_have_their_verbs() -> None:
    methods = child(root(), "Orders", "Methods")
    assert [(n.name, n.detail, n.sought) for n in methods.children()] == [
        ("List", "GET", False),
        ("Read", "GET", False),
        ("Create", "POST", False),
        ("Update", "PUT", False),
        ("Delete", "DELETE", False),
        ("Sweep", "POST", True),
        ("Approve", "POST", True),
    ]
    assert child(methods, "Approve", "why").detail == "String · not null"
    assert child(methods, "Approve").source.tag == "Action"


def test_what_is_called_at_the_root() -> None:
    functions = child(root(), "Functions")
    assert [(n.name, n.detail) for n in functions.children()] == [
        ("Nearest", "Order"),
        ("Now", "DateTimeOffset"),
    ]
    assert child(functions, "Nearest", "lat").kind is NodeKind.PARAMETER
    assert child(root(), "Actions", "Reset").source.method.verb == "POST"


def test_nothing_published_is_a_note() -> None:
    empty = Index(read(within('<EntityContainer Name="C"/>')))
    made = root_of(Catalogue(K2, empty, ()))
    assert made.detail == "0 sets"
    assert [(n.kind, n.name) for n in made.children()] == [(NodeKind.NOTE, NOTHING_HERE)]


def test_a_service_document_alone_is_enough() -> None:
    entries = (ServiceEntry("Orders", ""), ServiceEntry("f", "", "FunctionImport", "A function"))
    made = root_of(Catalogue(K2, None, entries))
    assert names(made) == ["Orders", "Others"]
    assert child(made, "Others", "f").tip == "A function"
    assert child(made, "Orders").source.segment == "Orders"


def test_odd_metadata_is_walked_without_a_mistake() -> None:
    """Circles of base types, types that are not there, names in any script."""
    text = (
        '<EntityType Name="A" BaseType="n.B"><Property Name="x" Type="n.Gone"/></EntityType>'
        '<EntityType Name="B" BaseType="n.A"><NavigationProperty Name="y" Type="n.Gone"/>'
        '</EntityType><EntityContainer Name="C"><EntitySet Name="Größe/1" EntityType="n.A"/>'
        '<EntitySet Name="Lost" EntityType="n.Gone"/></EntityContainer>'
    )
    made = root_of(Catalogue(K2, Index(read(within(text))), None))
    assert child(made, "Größe/1").source.segment == "Gr%C3%B6%C3%9Fe%2F1"
    assert names(child(made, "Größe/1")) == ["x", "y", "Methods"]
    assert names(child(made, "Lost")) == ["Methods"]


def test_samples_are_walked_whole() -> None:
    def walk(node: Node, depth: int) -> int:
        below = node.children() if depth else ()
        return 1 + sum(walk(each, depth - 1) for each in below)

    for name in ("older.xml",):
        made = root_of(Catalogue(OTHER, Index(read(sample(name)))))
        assert walk(made, 5) > 10
