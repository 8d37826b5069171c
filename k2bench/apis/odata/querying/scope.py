"""What a place in a query option is about: the rows whose names count there, and the variables.

It follows brackets: the options of an item of `$expand` are about other rows than the item, and the
condition of `any` and `all` has a variable for the rows of a collection. It reads text that may
break off anywhere, so it does not parse.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from k2bench.apis.odata.expression.parser import RuleName
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.querying.fields import target_of

_TOKEN = re.compile(
    r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"
    |(?P<option>\$?(?:select|filter|orderby|expand|top|skip|count|search|levels|compute))\s*=
    |(?:(?<![\w.@$/])(?P<path>[\w.@$/]+))?(?P<open>\()|(?P<close>\))|(?P<next>;)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_VARIABLE = re.compile(r"\s*([^\W\d]\w*)\s*:")
_LAMBDA = re.compile(r"(.*)/(?:any|all)", re.IGNORECASE)
_OF_ROWS = re.compile(r"/\$(?:count|ref|filter)$")
OPTIONS = "options"
"""The rule of a place where the name of a nested option may come."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a place is about.

    Attributes:
        rule: the option whose value stands there, without its `$`; `OPTIONS` between them.
        type: the qualified type of the rows that names belong to; empty: not known.
        row: the type of `$it`.
        variables: the types of the variables of `any` and `all`.
        nested: whether it is among the options of an item.
    """

    rule: str
    type: str
    row: str
    variables: Mapping[str, str] = field(default_factory=dict)
    nested: bool = False

    def start_of(self, path: str) -> tuple[str, str]:
        """The type at which a path begins, and what of the path is left to go from there."""
        first, _, rest = path.partition("/")
        if first in self.variables:
            return self.variables[first], rest
        if first == "$it":
            return self.row, rest
        return (self.type, rest) if first == "$this" else (self.type, path)


def scope_at(rule: RuleName, before: str, index: Index, type_name: str) -> Scope:
    """What the end of `before` is about.

    Args:
        before: the value of the option up to a place, variables of ours masked.
        type_name: the qualified type of the rows of the request.
    """
    open_scopes = [Scope(rule, type_name, type_name)]
    for found in _TOKEN.finditer(before):
        scope = open_scopes[-1]
        if found["open"]:
            open_scopes.append(_opened(scope, found, before, index))
        elif found["close"] and len(open_scopes) > 1:
            open_scopes.pop()
        elif found["next"] and scope.nested:
            open_scopes[-1] = replace(scope, rule=OPTIONS)
        elif found["option"] and scope.rule == OPTIONS:
            open_scopes[-1] = replace(scope, rule=found["option"].lower().removeprefix("$"))
    return open_scopes[-1]


def type_at(scope: Scope, index: Index, path: str) -> str:
    """The type of what a path leads to from a place; empty: not known."""
    return target_of(index, *scope.start_of(path))


def is_collection(scope: Scope, index: Index, path: str) -> bool:
    """Whether there may be many of what a path leads to from a place."""
    start, rest = scope.start_of(path)
    found = index.step(start, rest) if rest else None
    return found is not None and found.type.collection


def _opened(scope: Scope, found: re.Match[str], before: str, index: Index) -> Scope:
    """What the inside of a bracket is about."""
    path = found["path"] or ""
    if scope.rule in ("expand", "select"):
        inside = type_at(scope, index, _OF_ROWS.sub("", path))
        return Scope(OPTIONS, inside, scope.row, scope.variables, nested=True)
    in_collection = _LAMBDA.fullmatch(path)
    variable = _VARIABLE.match(before, found.end())
    if in_collection and variable:
        inside = type_at(scope, index, in_collection[1])
        return replace(scope, variables={**scope.variables, variable[1]: inside}, nested=False)
    if _OF_ROWS.search(path):
        inside = type_at(scope, index, _OF_ROWS.sub("", path))
        counts = path.endswith("$count")
        return replace(scope, rule=OPTIONS if counts else "filter", type=inside, nested=counts)
    return replace(scope, nested=False)
