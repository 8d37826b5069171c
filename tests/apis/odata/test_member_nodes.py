from k2bench.apis.catalogue import NodeKind
from k2bench.apis.odata.member_nodes import short
from k2bench.apis.odata.metadata.types import TypeRef
from tests.apis.odata.catalogues import child, root


def test_properties_have_their_types_and_what_limits_them() -> None:
    orders = child(root(), "Orders")
    told = {n.name: (n.kind, n.detail) for n in orders.children()}
    assert told == {
        "ID": (NodeKind.KEY, "Int64"),
        "Title": (NodeKind.PROPERTY, "String · not null"),
        "Amount": (NodeKind.PROPERTY, "Decimal"),
        "State": (NodeKind.PROPERTY, "State"),
        "Place": (NodeKind.PROPERTY, "Place"),
        "Tags": (NodeKind.PROPERTY, "Collection(String)"),
        "Parent": (NodeKind.NAVIGATION, "Order"),
        "Methods": (NodeKind.GROUP, "7"),
    }
    title = child(orders, "Title")
    assert title.tip == "Edm.String, never null. MaxLength 50. What it is about."
    assert title.source.owner == "n.Order"
    assert child(orders, "ID").source.owner == "n.Base"
    assert "part of the key" in child(orders, "ID").tip


def test_structured_values_and_enumerations_unfold() -> None:
    orders = child(root(), "Orders")
    assert child(orders, "Place", "Town").detail == "String"
    assert [each.name for each in child(orders, "State").children()] == ["Open", "Shut"]
    assert child(orders, "Parent", "Parent", "Parent", "Title").name == "Title"
    assert child(orders, "Title").load is None


def test_types_are_listed_with_their_members() -> None:
    types = child(root(), "Types")
    assert [(n.name, n.detail) for n in types.children()] == [
        ("Entity types", "2"),
        ("Complex types", "1"),
        ("Enumerations", "1"),
        ("Type definitions", "1"),
    ]
    order = child(types, "Entity types", "Order")
    assert (order.kind, order.detail) == (NodeKind.ENTITY_TYPE, "from Base")
    base, *own = order.children()
    assert (base.kind, base.sought) == (NodeKind.ENTITY_TYPE, False)
    assert [each.name for each in base.children()] == ["ID"]
    assert "ID" not in [each.name for each in own]
    assert child(types, "Enumerations", "State", "Shut").detail == "1"
    assert child(types, "Type definitions", "Money").detail == "Decimal"


def test_short_names() -> None:
    assert short(TypeRef("Edm.Int64")) == "Int64"
    assert short(TypeRef("a.b.C", True)) == "Collection(C)"
