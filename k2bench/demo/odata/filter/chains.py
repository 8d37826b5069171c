"""Operators in a row, `a or b or c`, which the parser nests and which need no nesting.

SQLite's parser has a stack of 100 entries and its expressions a limited depth, so a chain is
translated as one flat piece of SQL and counts as one level.
"""

from __future__ import annotations

from odata_query import ast

Term = tuple[ast._BinOpToken, ast._Node]


def continues(parent: ast._Node, child: ast._Node) -> bool:
    """Whether `child` is a further link of the chain that `parent` belongs to."""
    match parent, child:
        case ast.BoolOp(), ast.BoolOp():
            return type(parent.op) is type(child.op)
        case ast.BinOp(), ast.BinOp():
            return child is parent.left
        case ast.UnaryOp(op=ast.Not()), ast.UnaryOp(op=ast.Not()):
            return True
    return False


def operands(node: ast.BoolOp) -> list[ast._Node]:
    """What `and` or `or` joins, in the order of the text; both are associative."""
    found: list[ast._Node] = []
    pending: list[ast._Node] = [node]
    while pending:
        part = pending.pop()
        if part is node or continues(node, part):
            assert isinstance(part, ast.BoolOp)
            pending += [part.right, part.left]
        else:
            found.append(part)
    return found


def arithmetic_terms(node: ast.BinOp) -> tuple[ast._Node, list[Term]]:
    """The first operand, and each operator with its right operand, from left to right."""
    terms = [(node.op, node.right)]
    while isinstance(node.left, ast.BinOp):
        node = node.left
        terms.append((node.op, node.right))
    return node.left, terms[::-1]


def negated(node: ast.UnaryOp) -> tuple[ast._Node, int]:
    """What a chain of `not` negates, and how often."""
    count = 1
    while continues(node, node.operand):
        assert isinstance(node.operand, ast.UnaryOp)
        node, count = node.operand, count + 1
    return node.operand, count
