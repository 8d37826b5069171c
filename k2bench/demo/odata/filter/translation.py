"""Translates a parsed filter into parameterised SQL over the known properties of a SmartObject."""

from __future__ import annotations

from collections.abc import Callable

from odata_query import ast

from k2bench.demo.odata.clause import Clause
from k2bench.demo.odata.errors import bad_request, not_supported
from k2bench.demo.odata.filter import arithmetic, chains, functions, operators
from k2bench.demo.odata.filter.expression import Expression, property_expression
from k2bench.demo.odata.filter.literals import literal_expression
from k2bench.demo.odata.filter.parsing import full_name, parse_filter
from k2bench.demo.odata.model import SmartObject
from k2bench.demo.odata.temporal import Instant


def filter_clause(text: str, smartobject: SmartObject, now: Callable[[], Instant]) -> Clause:
    """The SQL condition of a `$filter`; rows for which it is null do not match.

    Args:
        text: The option's value, decoded.
        smartobject: Whose properties may occur.
        now: The present, for `now()`.

    Raises:
        ODataError: 400 for what does not parse or type-check, 501 for what is not done here.
    """
    result = Translation(smartobject, now).visit(parse_filter(text))
    operators.require_boolean(result)
    return result.value


class Translation:
    """Visits a syntax tree and makes a typed expression of every node."""

    def __init__(self, smartobject: SmartObject, now: Callable[[], Instant]) -> None:
        self._smartobject = smartobject
        self._now = now

    def visit(self, node: ast._Node) -> Expression:
        """The expression of a node."""
        match node:
            case ast.Identifier():
                return self._property(node)
            case ast.Compare(comparator=ast.In()):
                return self._membership(node)
            case ast.Compare():
                return operators.compare(
                    node.comparator, self.visit(node.left), self.visit(node.right)
                )
            case ast.BoolOp():
                return operators.combine(node.op, list(map(self.visit, chains.operands(node))))
            case ast.BinOp():
                first, terms = chains.arithmetic_terms(node)
                operands = [(operator, self.visit(operand)) for operator, operand in terms]
                return arithmetic.calculate(self.visit(first), operands)
            case ast.UnaryOp(op=ast.Not()):
                operand, count = chains.negated(node)
                return operators.negate_logically(self.visit(operand), count)
            case ast.UnaryOp():
                return operators.negate(self.visit(node.operand))
        return self._leaf(node)

    def _leaf(self, node: ast._Node) -> Expression:
        match node:
            case ast.Call():
                functions.require_supported(full_name(node.func))
                arguments = [self.visit(argument) for argument in node.args]
                return functions.call(full_name(node.func), arguments, self._now)
            case ast.CollectionLambda():
                raise not_supported("Lambda operators are not implemented.")
            case ast.Attribute() | ast.NamedParam():
                raise bad_request("This SmartObject has no navigation properties.")
            case ast.List():
                raise bad_request("A list may only follow the operator 'in'.")
            case ast._Literal():
                return literal_expression(node)
        raise not_supported(f"'{type(node).__name__}' is not implemented.")

    def _property(self, node: ast.Identifier) -> Expression:
        try:
            return property_expression(self._smartobject.find(full_name(node)))
        except KeyError:
            raise bad_request(
                f"Could not find a property named '{full_name(node)}' on type "
                f"'{self._smartobject.name}'."
            ) from None

    def _membership(self, node: ast.Compare) -> Expression:
        assert isinstance(node.right, ast.List)
        items = [self.visit(item) for item in node.right.val]
        return operators.is_in(self.visit(node.left), items)
