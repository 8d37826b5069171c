from k2bench.apis.catalogue import Node, NodeKind


def test_children_are_made_when_they_are_asked_for() -> None:
    made: list[str] = []

    def load() -> tuple[Node, ...]:
        made.append("x")
        return (Node(NodeKind.PROPERTY, "ID"),)

    node = Node(NodeKind.ENTITY_SET, "Employees", load=load)
    assert made == []
    assert [each.name for each in node.children()] == ["ID"]
    assert Node(NodeKind.PROPERTY, "ID").children() == ()


def test_some_nodes_open_and_others_only_unfold() -> None:
    assert Node(NodeKind.ENTITY_SET, "x").opens
    assert Node(NodeKind.METHOD, "x").opens
    assert not Node(NodeKind.GROUP, "x").opens
