"""What the items of `$orderby`, `$select`, `$expand` and nested options are written from."""

from collections.abc import Iterable

from k2bench.apis.odata.expression.tree.options import (
    AliasValue,
    Compute,
    ComputeItem,
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
from k2bench.apis.odata.expression.writing.pieces import Piece, Writers, joined


def _order_item(node: OrderItem) -> Iterable[Piece]:
    return (node.expression, f" {node.direction}" if node.direction else "")


def _item(node: SelectItem | ExpandItem) -> Iterable[Piece]:
    if not node.options:
        return (node.path,)
    return (node.path, "(", *joined(node.options, ";"), ")")


def _compute_item(node: ComputeItem) -> Iterable[Piece]:
    return (node.expression, f" as {node.name}")


def _alias_value(node: AliasValue) -> Iterable[Piece]:
    return (f"@{node.name}=", node.value)


OPTION_WRITERS: Writers = {
    OrderItem: _order_item,
    SelectItem: _item,
    ExpandItem: _item,
    ComputeItem: _compute_item,
    OrderBy: lambda node: ("$orderby=", *joined(node.items, ",")),
    Select: lambda node: ("$select=", *joined(node.items, ",")),
    Expand: lambda node: ("$expand=", *joined(node.items, ",")),
    Filter: lambda node: ("$filter=", node.condition),
    Search: lambda node: (f"$search={node.text}",),
    Skip: lambda node: (f"$skip={node.digits}",),
    Top: lambda node: (f"$top={node.digits}",),
    InlineCount: lambda node: (f"$count={str(node.wanted).lower()}",),
    Levels: lambda node: (f"$levels={node.depth}",),
    Compute: lambda node: ("$compute=", *joined(node.items, ",")),
    AliasValue: _alias_value,
}
