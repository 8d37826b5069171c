"""Trees of nodes for the widgets, without any API behind them."""

from k2bench.apis.catalogue import Node, NodeKind


def property_(name: str, detail: str = "String") -> Node:
    return Node(NodeKind.PROPERTY, name, detail, f"About {name}.")


def set_(name: str, *properties: str) -> Node:
    below = tuple(property_(each) for each in properties)
    return Node(NodeKind.ENTITY_SET, name, "", f"About {name}.", load=lambda: below)


def service(*sets: Node, name: str = "OData v4") -> Node:
    return Node(NodeKind.SERVICE, name, f"{len(sets)} sets", load=lambda: sets, open=True)


def sample() -> tuple[Node, ...]:
    return (
        service(set_("Orders", "ID", "Title"), set_("Suppliers", "ID", "Name")),
        service(set_("Orders", "ID"), name="OData v3"),
    )
