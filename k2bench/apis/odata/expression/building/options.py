"""Builds the items of `$orderby`, `$select`, `$expand` and nested options from the grammar."""

from collections.abc import Callable, Sequence

from k2bench.apis.odata.expression.building.parts import (
    Builders,
    Part,
    every,
    expression,
    from_parts,
    nodes,
    text_of,
    texts,
)
from k2bench.apis.odata.expression.building.paths import options, path_of
from k2bench.apis.odata.expression.tree.nodes import Literal, Path
from k2bench.apis.odata.expression.tree.options import (
    AliasValue,
    Compute,
    ComputeItem,
    Direction,
    Expand,
    ExpandItem,
    Filter,
    InlineCount,
    Levels,
    OrderBy,
    OrderItem,
    Search,
    Select,
    SelectItem,
    Skip,
    Top,
)
from k2bench.apis.odata.expression.tree.steps import Alias, Step


def _direction(parts: Sequence[Part]) -> Direction | None:
    written = texts(parts, "direction")
    return Direction(written[0].lower()) if written else None


def _path(parts: Sequence[Part]) -> Path:
    steps = [part for part in parts if isinstance(part, Step)]
    return path_of(steps, steps[0].start, steps[-1].end)


def _wanted(parts: Sequence[Part]) -> bool:
    (literal,) = nodes(parts, Literal)
    return literal.text.lower() == "true"


def _alias_name(parts: Sequence[Part]) -> str:
    (alias,) = nodes(parts, Alias)
    return alias.name


def _depth(parts: Sequence[Part]) -> str:
    return text_of("levelCount")(parts) or "max"


_digits: Callable[[Sequence[Part]], str] = text_of("digits")

OPTION_BUILDERS: Builders = {
    "orderItem": from_parts(OrderItem, expression, _direction),
    "selectItem": from_parts(SelectItem, _path, options),
    "expandItem": from_parts(ExpandItem, _path, options),
    "computeItem": from_parts(ComputeItem, expression, text_of("argumentName")),
    "filterOption": from_parts(Filter, expression),
    "orderbyOption": from_parts(OrderBy, every(OrderItem)),
    "skipOption": from_parts(Skip, _digits),
    "topOption": from_parts(Top, _digits),
    "inlineCount": from_parts(InlineCount, _wanted),
    "searchOption": from_parts(Search, text_of("searchText")),
    "computeOption": from_parts(Compute, every(ComputeItem)),
    "selectOptionItems": from_parts(Select, every(SelectItem)),
    "expandOptionItems": from_parts(Expand, every(ExpandItem)),
    "levels": from_parts(Levels, _depth),
    "aliasOption": from_parts(AliasValue, _alias_name, expression),
}
