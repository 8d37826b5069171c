"""What the builders of the tree hand to each other, and the simplest kinds of builders."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from k2bench.apis.odata.expression.tree.nodes import Expression, Node


@dataclass(frozen=True, slots=True)
class Token:
    """The text that a rule of the grammar took, from `start` to `end`."""

    rule: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Grouped:
    """An expression in brackets; `start` and `end` are those of the brackets."""

    expression: Expression
    start: int
    end: int


Part: TypeAlias = Token | Grouped | Node
Builder: TypeAlias = Callable[[Token, Sequence[Part]], Part]
Builders: TypeAlias = Mapping[str, Builder]
_N = TypeVar("_N", bound=Node)


def nodes(parts: Iterable[Part], kind: type[_N]) -> tuple[_N, ...]:
    """The nodes of one kind among the parts."""
    return tuple(part for part in parts if isinstance(part, kind))


def expressions(parts: Iterable[Part]) -> tuple[Expression, ...]:
    """The expressions among the parts."""
    return tuple(part for part in parts if isinstance(part, Expression))


def expression(parts: Iterable[Part]) -> Expression:
    """The one expression among the parts."""
    (found,) = expressions(parts)
    return found


def texts(parts: Iterable[Part], rule: str) -> tuple[str, ...]:
    """The texts of the tokens of one rule among the parts."""
    return tuple(part.text for part in parts if isinstance(part, Token) and part.rule == rule)


def from_nothing(kind: Callable[..., Node]) -> Builder:
    """Builds a node that says all by being there."""
    return lambda token, _: kind(start=token.start, end=token.end)


def from_text(kind: Callable[..., Node], strip: str = "") -> Builder:
    """Builds a node from the text of the rule, without what `strip` holds at either end."""
    return lambda token, _: kind(token.text.strip(strip), start=token.start, end=token.end)


def from_parts(kind: Callable[..., Node], *take: Callable[[Sequence[Part]], object]) -> Builder:
    """Builds a node whose fields are what each of `take` finds among the parts."""

    def build(token: Token, parts: Sequence[Part]) -> Part:
        return kind(*(find(parts) for find in take), start=token.start, end=token.end)

    return build


def every(kind: type[Node]) -> Callable[[Sequence[Part]], tuple[Node, ...]]:
    """Finds the nodes of one kind, for `from_parts`."""
    return lambda parts: nodes(parts, kind)


def text_of(rule: str) -> Callable[[Sequence[Part]], str]:
    """Finds the text of one token, for `from_parts`; empty if there is none."""
    return lambda parts: "".join(texts(parts, rule))
