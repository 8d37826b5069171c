"""Visits every node of a syntax tree."""

from collections.abc import Iterator
from dataclasses import fields

from k2bench.apis.odata.expression.tree.nodes import Node


def walk(node: Node) -> Iterator[Node]:
    """A node and all nodes below it, in the order of the text. It does not recurse."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(list(_children(current))))


def _children(node: Node) -> Iterator[Node]:
    for each in fields(node):
        value = getattr(node, each.name)
        for child in value if isinstance(value, tuple) else (value,):
            if isinstance(child, Node):
                yield child
