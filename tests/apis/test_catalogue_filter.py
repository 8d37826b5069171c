from collections.abc import Generator
from typing import TypeVar

from k2bench.apis import catalogue_filter
from k2bench.apis.catalogue import Node, NodeKind
from k2bench.apis.catalogue_filter import Filtered, filtered

T = TypeVar("T")


def finish(work: Generator[None, None, T]) -> tuple[T, int]:
    """The result, and how many pauses there were."""
    pauses = 0
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value, pauses
        pauses += 1


def tree(*sets: str, properties: tuple[str, ...] = ("ID", "Name")) -> tuple[Node, ...]:
    below = tuple(Node(NodeKind.PROPERTY, name) for name in properties)
    nodes = tuple(Node(NodeKind.ENTITY_SET, name, load=lambda: below) for name in sets)
    return (Node(NodeKind.SERVICE, "OData v4", load=lambda: nodes),)


def names(nodes: tuple[Node, ...]) -> list[object]:
    return [(n.name, names(n.children())) if n.open else n.name for n in nodes]


def test_matches_stay_with_their_parents() -> None:
    found, _ = finish(filtered(tree("Suppliers", "Orders", properties=("ID", "Name")), "name"))
    assert names(found.roots) == [("OData v4", [("Suppliers", ["Name"]), ("Orders", ["Name"])])]
    assert found.count == 2
    assert not found.cut


def test_what_matches_keeps_all_that_is_below_it() -> None:
    found, _ = finish(filtered(tree("Suppliers", "Orders"), "supp"))
    assert names(found.roots) == [("OData v4", ["Suppliers"])]
    supplier = found.roots[0].children()[0]
    assert supplier.marks == ((0, 4),)
    assert [each.name for each in supplier.children()] == ["ID", "Name"]


def test_services_and_groups_are_no_matches() -> None:
    found, _ = finish(filtered(tree("Suppliers"), "odata"))
    assert found == Filtered((), 0, False)


def test_what_is_not_to_be_sought_is_passed_over() -> None:
    node = Node(NodeKind.METHOD, "Create", sought=False)
    found, _ = finish(filtered((node,), "create"))
    assert found.roots == ()


def test_it_pauses_and_has_an_end() -> None:
    many = tree(*(f"Set{number}" for number in range(2000)))
    found, pauses = finish(filtered(many, "set"))
    assert (found.count, found.cut) == (catalogue_filter.MOST, True)
    assert len(found.roots[0].children()) == catalogue_filter.MOST
    assert pauses >= 5


def test_a_tree_without_end_is_not_followed_for_ever() -> None:
    def load() -> tuple[Node, ...]:
        return (Node(NodeKind.PROPERTY, "Manager", load=load),)

    found, _ = finish(filtered(load(), "zzz"))
    assert found.count == 0
