"""Turns the events of a derivation into the syntax tree, from the leaves up: no recursion."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from k2bench.apis.odata.expression.building.expressions import EXPRESSION_BUILDERS
from k2bench.apis.odata.expression.building.options import OPTION_BUILDERS
from k2bench.apis.odata.expression.building.parts import Builders, Part, Token, expression, nodes
from k2bench.apis.odata.expression.building.paths import PATH_BUILDERS
from k2bench.apis.odata.expression.engine.derivation import Event
from k2bench.apis.odata.expression.tree.nodes import Expression
from k2bench.apis.odata.expression.tree.options import (
    Expand,
    ExpandItem,
    OrderBy,
    OrderItem,
    Select,
    SelectItem,
)

Tree: TypeAlias = Expression | OrderBy | Select | Expand

BUILDERS: Builders = {**EXPRESSION_BUILDERS, **PATH_BUILDERS, **OPTION_BUILDERS}


@dataclass(slots=True)
class _Open:
    rule: str
    start: int
    parts: list[Part] = field(default_factory=list)


def build_tree(rule: str, text: str, events: Iterable[Event]) -> Tree:
    """The tree of a text that was accepted for `rule`, from the events of one reading of it."""
    stack = [_Open(rule, 0)]
    for event in events:
        if event.opens:
            stack.append(_Open(event.rule, event.position))
            continue
        done = stack.pop()
        token = Token(done.rule, text[done.start : event.position], done.start, event.position)
        builder = BUILDERS.get(done.rule)
        stack[-1].parts.append(builder(token, done.parts) if builder else token)
    return _whole(rule, stack[0].parts, len(text))


def _whole(rule: str, parts: Sequence[Part], end: int) -> Tree:
    if rule == "orderby":
        return OrderBy(nodes(parts, OrderItem), end=end)
    if rule == "select":
        return Select(nodes(parts, SelectItem), end=end)
    if rule == "expand":
        return Expand(nodes(parts, ExpandItem), end=end)
    return expression(parts)
