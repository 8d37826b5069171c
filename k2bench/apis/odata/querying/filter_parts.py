"""A `$filter` as rows: groups of conditions, and raw parts for all that no row can show.

    read("Name eq 'a' and (Price gt 5 or Stock add 1 eq 3)")
    Group(and, [Condition, Group(or, [Condition, Raw])])

Every character of the text is in the text of some part, or in a group's brackets and gaps: the text
of unedited parts is the text they were read from. `filter_edits.py` changes them.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, zip_longest
from typing import TypeAlias

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.expression.errors import ExpressionError
from k2bench.apis.odata.expression.parser import parse
from k2bench.apis.odata.expression.tree.nodes import Expression, Logic, Not
from k2bench.apis.odata.querying.condition import Condition
from k2bench.apis.odata.querying.condition_reading import condition_of
from k2bench.apis.odata.querying.masking import masked

DEEPEST = 50  # groups in groups
_GAP = re.compile(r"((?:\s*\))*)(\s+(?:and|or)\s+)((?:\(\s*)*)", re.IGNORECASE)


class Join(StrEnum):
    """How the parts of a group are joined."""

    AND = "and"
    OR = "or"


@dataclass(frozen=True, slots=True)
class Raw:
    """A part that no row can show; it stays as it is written."""

    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Parts joined by `and` or by `or`.

    Attributes:
        gaps: what stands between the parts; one fewer than there are parts.
        opening: what stands before them: brackets, `not`, blanks.
        closing: what stands behind them.
        negated: whether `not` stands before the brackets.
    """

    join: Join
    parts: "tuple[Part, ...]" = ()
    gaps: tuple[str, ...] = ()
    opening: str = ""
    closing: str = ""
    negated: bool = False

    @property
    def text(self) -> str:
        """The group as it stands in the filter."""
        pieces = zip_longest((part.text for part in self.parts), self.gaps, fillvalue="")
        return "".join((self.opening, *chain.from_iterable(pieces), self.closing))

    @property
    def bracketed(self) -> bool:
        """Whether it stands in brackets of its own."""
        return "(" in self.opening


Part: TypeAlias = Condition | Raw | Group


def read(text: str, dialect: Dialect = Dialect.V4) -> Group | None:
    """The parts of a filter; None when it is no filter, or too deep for rows.

    The whole is always a group: of no part when nothing is typed, of one for a single condition.

    Args:
        text: the value of the option, decoded. Blanks around it and `{{variables}}` may be there.
    """
    inner = text.strip()
    start = len(text) - len(text.lstrip()) if inner else len(text)
    if not inner:
        return Group(Join.AND, opening=text)
    mask = masked(inner, dialect)
    try:
        tree = parse("filter", mask)
        whole = _Reading(inner, mask).part(tree, 0, len(inner), 0)
    except (ExpressionError, _TooDeepError):
        return None
    before, behind = text[:start], text[start + len(inner) :]
    if isinstance(whole, Group):
        opening, closing = before + whole.opening, whole.closing + behind
        return Group(whole.join, whole.parts, whole.gaps, opening, closing, whole.negated)
    return Group(Join.AND, (whole,), (), before, behind)


class _TooDeepError(Exception):
    """There are more groups in groups than rows can show."""


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    mask: str

    def part(self, node: Expression, start: int, end: int, depth: int) -> Part:
        """The part that stands from `start` to `end`, brackets and all."""
        if depth > DEEPEST:
            raise _TooDeepError
        if isinstance(node, Logic):
            return self._group(node, start, end, False, depth)
        if isinstance(node, Not) and isinstance(node.operand, Logic):
            return self._group(node.operand, start, end, True, depth)
        return condition_of(node, self.text, start, end) or Raw(self.text[start:end])

    def _group(self, node: Logic, start: int, end: int, negated: bool, depth: int) -> Group:
        starts, ends, gaps = [node.start], [], []
        for left, right in zip(node.operands, node.operands[1:], strict=False):
            found = _GAP.fullmatch(self.mask, left.end, right.start)
            assert found is not None
            ends.append(found.end(1))
            starts.append(found.start(3))
            gaps.append(self.text[found.start(2) : found.end(2)])
        ends.append(node.end)
        parts = tuple(
            self.part(each, first, last, depth + 1)
            for each, first, last in zip(node.operands, starts, ends, strict=True)
        )
        opening, closing = self.text[start : node.start], self.text[node.end : end]
        return Group(Join(node.operator.value), parts, tuple(gaps), opening, closing, negated)
