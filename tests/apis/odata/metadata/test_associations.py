from k2bench.apis.odata.metadata.container import Binding
from k2bench.apis.odata.metadata.types import Constraint, EntityType, TypeRef
from tests.apis.odata.metadata.reader import read, sample


def entities() -> dict[str, EntityType]:
    return {each.name: each for each in read(sample("older.xml")).schemas[0].entity_types}


def test_the_many_side() -> None:
    (orders,) = entities()["Shop.Data.Customer"].navigation_properties
    assert orders.type == TypeRef("Shop.Data.Order", collection=True)
    assert orders.partner == "Customer"
    assert orders.nullable is None
    assert orders.on_delete == "Cascade"
    assert orders.constraints == ()


def test_the_one_side_has_the_constraint() -> None:
    customer = entities()["Shop.Data.Order"].navigation_properties[0]
    assert customer.type == TypeRef("Shop.Data.Customer")
    assert customer.nullable is True
    assert customer.partner == "Orders"
    assert customer.constraints == (Constraint("CustomerID", "CustomerID"),)


def test_an_association_that_is_nowhere_leaves_a_property_without_a_type() -> None:
    metadata = read(sample("older.xml"))
    lost = entities()["Shop.Data.Order"].navigation_properties[1]
    assert lost.type == TypeRef("")
    assert "Shop.Data.Order" in metadata.problems[0].hint


def test_association_sets_become_bindings() -> None:
    (container,) = read(sample("older.xml")).schemas[1].containers
    assert [each.bindings for each in container.sets] == [
        (Binding("Orders", "Orders"),),
        (Binding("Customer", "Customers"),),
    ]


def test_an_association_set_with_one_end_says_nothing() -> None:
    text = sample("older.xml").replace(b'<End Role="Orders" EntitySet="Orders" />', b"")
    (container,) = read(text).schemas[1].containers
    assert not container.sets[0].bindings
