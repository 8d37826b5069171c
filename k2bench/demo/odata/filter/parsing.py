"""Parses `$filter` with odata-query's lexer and parser, mended where they fall short of OData.

Two valid forms are mended on the way from lexer to parser, as tokens and not as text: a list of
one, `in ('a')`, which the parser knows only as `('a',)`; and `not(...)`, without the blank that
the lexer insists on.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from odata_query import ast, exceptions
from odata_query.grammar import ODataLexer, ODataParser

from k2bench.demo.odata.errors import bad_request, not_supported
from k2bench.demo.odata.filter.chains import continues

MAX_LENGTH = 16_000
MAX_DEPTH = 250

# Understood by OData, refused by the parser as unknown functions.
_CASTS = frozenset({"cast", "isof"})


def parse_filter(text: str) -> ast._Node:
    """The syntax tree of a filter.

    Raises:
        ODataError: 400 when it does not parse or is too long, 501 when it is too deep and for a
            cast.
    """
    if len(text) > MAX_LENGTH:
        raise bad_request(f"The $filter is longer than {MAX_LENGTH} characters.")
    try:
        tokens = list(ODataLexer().tokenize(text.strip()))
        tree = ODataParser().parse(_mended(tokens))
    except exceptions.UnknownFunctionException as error:
        name = error.function_name
        if name in _CASTS:
            raise not_supported(f"The function '{name}' is not implemented.") from None
        raise bad_request(f"An unknown function with name '{name}' was found.") from None
    except exceptions.ArgumentCountException as error:
        raise bad_request(str(error)) from None
    except (exceptions.ODataException, RecursionError) as error:
        raise bad_request(f"Syntax error in $filter. {_position(error)}".strip()) from None
    if not isinstance(tree, ast._Node) or _depth(tree) > MAX_DEPTH:
        raise not_supported(f"The $filter is nested too deeply, by more than {MAX_DEPTH} levels.")
    return tree


def _position(error: Exception) -> str:
    index = getattr(getattr(error, "token", None), "index", None)
    return "" if index is None else f"At position {index + 1}."


def _mended(tokens: list[Any]) -> Iterator[Any]:
    closing = _ends_of_single_lists(tokens)
    for index, token in enumerate(tokens):
        following = tokens[index + 1].type if index + 1 < len(tokens) else None
        if index in closing:
            yield _like(token, ",", ",")
        if token.type == "ODATA_IDENTIFIER" and _is_not(token.value) and following == "(":
            yield _like(token, "NOT", ast.Not())
        else:
            yield token


def full_name(identifier: ast.Identifier) -> str:
    """The name with its namespace, so that `Other.Name` is never mistaken for `Name`."""
    return ".".join((*identifier.namespace, identifier.name))


def _is_not(identifier: ast.Identifier) -> bool:
    return full_name(identifier).lower() == "not"


def _ends_of_single_lists(tokens: list[Any]) -> set[int]:
    """Indices of the `)` that close a list after `in` that has no comma of its own."""
    ends: set[int] = set()
    open_lists: list[tuple[bool, bool]] = []  # for each open "(": is it a list, has it a comma
    previous = None
    for index, token in enumerate(tokens):
        if token.type == "(":
            open_lists.append((previous == "IN", False))
        elif token.type == "," and open_lists:
            open_lists[-1] = (open_lists[-1][0], True)
        elif token.type == ")" and open_lists and open_lists.pop() == (True, False):
            ends.add(index)
        previous = token.type
    return ends


def _like(token: Any, kind: str, value: Any) -> Any:
    mended = copy.copy(token)
    mended.type, mended.value = kind, value
    return mended


def _depth(tree: ast._Node) -> int:
    """Levels of nesting; operators in a row are one level."""
    deepest, pending = 0, [(tree, 1)]
    while pending:
        node, depth = pending.pop()
        deepest = max(deepest, depth)
        for field in fields(node):
            value = getattr(node, field.name)
            children = value if isinstance(value, list) else [value]
            pending += [
                (child, depth + (not continues(node, child)))
                for child in children
                if isinstance(child, ast._Node)
            ]
    return deepest
