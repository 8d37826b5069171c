"""Parses the value of `$filter`, `$orderby`, `$select` or `$expand`."""

from typing import Literal, TypeAlias, overload

from k2bench.apis.odata.expression.automaton import (
    automaton,
    expected_after,
    is_inside_option_name,
)
from k2bench.apis.odata.expression.building.whole import Tree, build_tree
from k2bench.apis.odata.expression.engine.derivation import derive
from k2bench.apis.odata.expression.engine.recogniser import recognise
from k2bench.apis.odata.expression.engine.symbols import symbols
from k2bench.apis.odata.expression.errors import ExpressionError
from k2bench.apis.odata.expression.grammar import TIERS
from k2bench.apis.odata.expression.messages import error_at
from k2bench.apis.odata.expression.tree.nodes import Expression
from k2bench.apis.odata.expression.tree.options import Expand, OrderBy, Select

RuleName: TypeAlias = Literal["filter", "orderby", "select", "expand"]


@overload
def parse(rule: Literal["filter"], text: str) -> Expression: ...
@overload
def parse(rule: Literal["orderby"], text: str) -> OrderBy: ...
@overload
def parse(rule: Literal["select"], text: str) -> Select: ...
@overload
def parse(rule: Literal["expand"], text: str) -> Expand: ...
@overload
def parse(rule: RuleName, text: str) -> Tree: ...


def parse(rule: RuleName, text: str) -> Tree:
    """The syntax tree of the value of a query option, as OData 4.01 defines it.

    Args:
        rule: which query option.
        text: its value without its name, percent-decoded. Nothing is trimmed: no value begins or
            ends with a blank in OData's grammar.

    Raises:
        ExpressionError: it is no such value; the error says where, and what was expected there.
    """
    alphabet = symbols(text)
    reached = 0
    for tier in TIERS:
        states = automaton(tier)
        run = recognise(states, rule, alphabet)
        if run.accepted:
            return build_tree(rule, text, derive(states, run, alphabet))
        reached = run.reached
    raise _error(rule, text, alphabet, reached)


def _error(rule: RuleName, text: str, alphabet: str, position: int) -> ExpressionError:
    """The error of a text that was followed up to `position`.

    An unknown query option is wrong from the beginning of its name, as in OASIS's test cases:
    whoever sees `($levels=4)` refused looks for `$levels`, not for its `l`.
    """
    if position < len(text) and is_inside_option_name(rule, alphabet[:position]):
        position = max(text.rfind(sign, 0, position) for sign in "(;") + 1
    expected = expected_after(rule, alphabet[:position])
    assert expected is not None
    return error_at(text, position, expected)
