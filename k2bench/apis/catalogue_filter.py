"""Filters a tree of nodes by what a person types: matches with their parents, in steps."""

from collections.abc import Generator
from dataclasses import dataclass, replace

from k2bench.apis.catalogue import Node, NodeKind
from k2bench.content.fuzzy import spans

MOST = 500  # matches that are kept
PAUSE_AFTER = 100  # nodes that were looked at
DEEPEST = 6  # levels
_LEAVES = frozenset(  # what they unfold to is known elsewhere, and may have no end
    {NodeKind.KEY, NodeKind.PROPERTY, NodeKind.NAVIGATION, NodeKind.PARAMETER, NodeKind.METHOD}
)
_NOT_NAMES = (NodeKind.SERVICE, NodeKind.GROUP, NodeKind.NOTE)


@dataclass(frozen=True, slots=True)
class Filtered:
    """What is left of a tree.

    Attributes:
        count: of matches.
        cut: whether there are more.
    """

    roots: tuple[Node, ...]
    count: int
    cut: bool


def filtered(roots: tuple[Node, ...], typed: str) -> Generator[None, None, Filtered]:
    """The nodes whose names match, below those that lead to them.

    What matches keeps everything below it; what only leads to a match is shown open, without the
    rest of its children.
    """
    search = _Search(typed)
    kept = yield from search.among(roots, 0)
    return Filtered(tuple(kept), search.count, search.full)


class _Search:
    def __init__(self, typed: str) -> None:
        self._typed = typed
        self._seen = 0
        self.count = 0
        self.full = False

    def among(self, nodes: tuple[Node, ...], depth: int) -> Generator[None, None, list[Node]]:
        kept: list[Node] = []
        for node in nodes:
            if self.full:
                break
            self._seen += 1
            if self._seen % PAUSE_AFTER == 0:
                yield
            found = yield from self._one(node, depth)
            if found is not None:
                kept.append(found)
        return kept

    def _one(self, node: Node, depth: int) -> Generator[None, None, Node | None]:
        if not node.sought:
            return None
        marks = None if node.kind in _NOT_NAMES else spans(self._typed, node.name)
        if marks is not None:
            if self.count == MOST:
                self.full = True
                return None
            self.count += 1
            return replace(node, marks=marks)
        if node.load is None or node.kind in _LEAVES or depth >= DEEPEST:
            return None
        below = tuple((yield from self.among(node.children(), depth + 1)))
        return replace(node, load=lambda: below, open=True) if below else None
