"""Reads a condition from a syntax tree, if the tree has the form of one."""

from dataclasses import dataclass

from k2bench.apis.odata.expression.tree.nodes import (
    Binary,
    Call,
    Expression,
    List,
    Literal,
    Node,
    Not,
    Path,
)
from k2bench.apis.odata.expression.tree.steps import (
    Count,
    Lambda,
    Name,
    QualifiedName,
    Step,
    Variable,
)
from k2bench.apis.odata.querying.condition import (
    FUNCTIONS,
    SUBSTRINGOF,
    Comparison,
    Condition,
    Quantifier,
    Within,
)

_COMPARISONS = {each.value: each for each in Comparison}


@dataclass(frozen=True, slots=True)
class _Plain:
    path: Path
    comparison: Comparison
    values: tuple[Literal, ...]
    negated: bool


def condition_of(node: Expression, text: str, start: int, end: int) -> Condition | None:
    """The condition that a tree says; None when it says something else.

    Args:
        text: what the tree's offsets are in; it may be what a mask stands for.
        start: of the condition in it, with brackets.
        end: of the condition in it.
    """
    outer, node = _negation(node)
    within, test, inner = None, node, outer
    if isinstance(node, Path) and isinstance(node.steps[-1], Lambda):
        last = node.steps[-1]
        if last.condition is None or not _is_simple(node.steps[:-1]):
            return None
        path = text[node.start : last.start].rstrip("/")
        within = Within(path, Quantifier(last.operator.lower()), last.variable, outer)
        inner, test = _negation(last.condition)
    plain = _plain(test, text, inner)
    if plain is None:
        return None
    name = _path(plain.path, text, within)
    if name is None:
        return None
    return Condition(
        text[start:end],
        name,
        plain.comparison,
        tuple(_slice(each, text) for each in plain.values),
        plain.negated,
        within,
        tuple((each.start - start, each.end - start) for each in plain.values),
    )


def _negation(node: Expression) -> tuple[bool, Expression]:
    return (True, node.operand) if isinstance(node, Not) else (False, node)


def _plain(node: Expression, text: str, negated: bool) -> _Plain | None:
    if isinstance(node, Call):
        comparison = _COMPARISONS.get(node.name)
        arguments = node.arguments
        if _slice(node, text).lower().startswith(SUBSTRINGOF):
            arguments = arguments[::-1]
        if comparison in FUNCTIONS:
            return _of(arguments[0], comparison, arguments[1], negated)
    if isinstance(node, Binary):
        return _of(node.left, _COMPARISONS.get(node.operator.value), node.right, negated)
    return None


def _of(
    left: Expression, comparison: Comparison | None, right: Expression, negated: bool
) -> _Plain | None:
    if comparison is None or not isinstance(left, Path):
        return None
    if comparison is Comparison.IN:
        return _Plain(left, comparison, right.items, negated) if isinstance(right, List) else None
    return _Plain(left, comparison, (right,), negated) if isinstance(right, Literal) else None


def _path(path: Path, text: str, within: Within | None) -> str | None:
    """The path as a row shows it; None when it is not that of a property."""
    if not _is_simple(path.steps):
        return None
    if within is None:
        return _slice(path, text)
    first, *rest = path.steps
    if not isinstance(first, Name) or first.name != within.variable:
        return None
    return text[rest[0].start : path.end] if rest else ""


def _is_simple(steps: tuple[Step, ...]) -> bool:
    *most, last = steps
    simple = all(isinstance(each, Name | QualifiedName | Variable) for each in most)
    counted = bool(most) and isinstance(last, Count) and not last.options
    return simple and (counted or isinstance(last, Name | QualifiedName | Variable))


def _slice(node: Node, text: str) -> str:
    return text[node.start : node.end]
