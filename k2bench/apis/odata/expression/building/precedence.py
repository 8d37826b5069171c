"""Arranges operands and operators in a row into a tree.

OData URL Conventions 4.01, "Operator Precedence": `has in`, then `- not`, `mul div divby mod`,
`add sub`, `gt ge lt le`, `eq ne`, `and`, `or`; equals from left to right. The ABNF has none of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from k2bench.apis.odata.expression.building.parts import Grouped, Part, Token
from k2bench.apis.odata.expression.tree.nodes import (
    Binary,
    Expression,
    Logic,
    Negate,
    Not,
    Operator,
)

UNARY = 6
STRENGTH = {
    Operator.HAS: 7,
    Operator.IN: 7,
    Operator.MUL: 5,
    Operator.DIV: 5,
    Operator.DIVBY: 5,
    Operator.MOD: 5,
    Operator.ADD: 4,
    Operator.SUB: 4,
    Operator.GT: 3,
    Operator.GE: 3,
    Operator.LT: 3,
    Operator.LE: 3,
    Operator.EQ: 2,
    Operator.NE: 2,
    Operator.AND: 1,
    Operator.OR: 0,
}
"""How strongly each operator binds; a stronger one takes its operands first."""

_PREFIXES = ("minus", "not")


def arrange(parts: Sequence[Part]) -> Expression:
    """The tree of one expression, from its operands and operators in the order of the text."""
    stacks = _Stacks()
    for part in parts:
        if not isinstance(part, Token):
            stacks.operands.append(_grouped(part))
        elif part.rule in _PREFIXES:
            stacks.operators.append(part)
        else:
            operator = Operator(part.text.lower())
            stacks.reduce_above(STRENGTH[operator], keep=operator)
            stacks.operators.append(operator)
    stacks.reduce_above(-1, keep=None)
    return stacks.operands[0].expression


def _grouped(part: Part) -> Grouped:
    if isinstance(part, Grouped):
        return part
    assert isinstance(part, Expression)
    return Grouped(part, part.start, part.end)


@dataclass(slots=True)
class _Stacks:
    """Operands and operators that wait for what comes (the shunting-yard algorithm)."""

    operands: list[Grouped] = field(default_factory=list)
    operators: list[Operator | Token] = field(default_factory=list)

    def reduce_above(self, strength: int, keep: Operator | None) -> None:
        """Applies the operators that bind at least as strongly.

        Equal `and`s and `or`s are kept, to be one node in the end.
        """
        while self.operators:
            top = self.operators[-1]
            if isinstance(top, Token):
                if strength > UNARY:
                    return
                self._reduce_prefix()
            elif STRENGTH[top] < strength or (top is keep and top in (Operator.AND, Operator.OR)):
                return
            else:
                self._reduce_binary(top)

    def _reduce_prefix(self) -> None:
        token, operand = self.operators.pop(), self.operands.pop()
        assert isinstance(token, Token)
        kind = Negate if token.rule == "minus" else Not
        self._push(kind(operand.expression, start=token.start, end=operand.end))

    def _reduce_binary(self, operator: Operator) -> None:
        if operator in (Operator.AND, Operator.OR):
            self._reduce_logic(operator)
            return
        self.operators.pop()
        right, left = self.operands.pop(), self.operands.pop()
        self._push(
            Binary(operator, left.expression, right.expression, start=left.start, end=right.end)
        )

    def _reduce_logic(self, operator: Operator) -> None:
        count = 1
        while self.operators and self.operators[-1] is operator:
            self.operators.pop()
            count += 1
        operands = self.operands[-count:]
        del self.operands[-count:]
        joined = tuple(operand.expression for operand in operands)
        self._push(Logic(operator, joined, start=operands[0].start, end=operands[-1].end))

    def _push(self, node: Binary | Logic | Not | Negate) -> None:
        self.operands.append(Grouped(node, node.start, node.end))
