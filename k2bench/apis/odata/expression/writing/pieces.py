"""What a syntax tree is written from: pieces of text, nodes still to be written, and gaps."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, TypeAlias

from k2bench.apis.odata.expression.tree.nodes import Node
from k2bench.apis.odata.expression.tree.steps import KeySegment


class Gap(Enum):
    """A place where a blank may stand; one does behind a key that would swallow what follows."""

    GAP = "gap"


GAP = Gap.GAP
Piece: TypeAlias = str | Node | Gap
Writers: TypeAlias = Mapping[type[Node], Callable[[Any], Iterable[Piece]]]


def write(node: Node, writers: Writers) -> str:
    """The text of a node; it does not recurse, so a tree of any depth can be written."""
    written: list[str] = []
    waiting: list[Piece] = [node]
    behind_key = False
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, Gap):
            written.append(" " if behind_key else "")
        elif isinstance(piece, str | KeySegment):
            behind_key = isinstance(piece, KeySegment)
            written.append(piece if isinstance(piece, str) else piece.text)
        else:
            waiting.extend(reversed(tuple(writers[type(piece)](piece))))
    return "".join(written)


def joined(nodes: Sequence[Node], separator: str, gap: bool = False) -> Iterator[Piece]:
    """Nodes with a separator between them; with `gap`, a gap behind each."""
    for index, node in enumerate(nodes):
        if index:
            yield separator
        yield node
        if gap:
            yield GAP
