"""What paths and their steps are written from."""

from collections.abc import Iterable, Iterator

from k2bench.apis.odata.expression.tree.nodes import Path
from k2bench.apis.odata.expression.tree.steps import (
    Alias,
    AllOperations,
    Annotation,
    Argument,
    Count,
    FilterStep,
    Invocation,
    Key,
    KeyValue,
    Lambda,
    MediaValue,
    Name,
    QualifiedName,
    Ref,
    Signature,
    Star,
    Variable,
)
from k2bench.apis.odata.expression.writing.pieces import GAP, Piece, Writers, joined


def _path(node: Path) -> Iterator[Piece]:
    for index, step in enumerate(node.steps):
        if index and not isinstance(step, Key | Signature):
            yield "/"
        yield step


def _annotation(node: Annotation) -> Iterable[Piece]:
    return (f"@{node.term}#{node.qualifier}" if node.qualifier else f"@{node.term}",)


def _invocation(node: Invocation) -> Iterable[Piece]:
    return (f"{node.name}(", *joined(node.arguments, ",", gap=True), ")")


def _argument(node: Argument) -> Iterable[Piece]:
    return (f"{node.name}=", node.value)


def _key(node: Key) -> Iterable[Piece]:
    return ("(", *joined(node.values, ","), ")")


def _key_value(node: KeyValue) -> Iterable[Piece]:
    return (f"{node.name}=" if node.name else "", node.value)


def _filter_step(node: FilterStep) -> Iterable[Piece]:
    return ("$filter(", node.condition, ")")


def _count(node: Count) -> Iterable[Piece]:
    if not node.options:
        return ("$count",)
    return ("$count(", *joined(node.options, ";"), ")")


def _lambda(node: Lambda) -> Iterable[Piece]:
    if node.condition is None:
        return (f"{node.operator}()",)
    return (f"{node.operator}({node.variable}:", node.condition, GAP, ")")


PATH_WRITERS: Writers = {
    Path: _path,
    Name: lambda node: (node.name,),
    QualifiedName: lambda node: (node.name,),
    Variable: lambda node: (node.name,),
    Alias: lambda node: (f"@{node.name}",),
    Annotation: _annotation,
    Invocation: _invocation,
    Argument: _argument,
    Key: _key,
    KeyValue: _key_value,
    FilterStep: _filter_step,
    Count: _count,
    Lambda: _lambda,
    Star: lambda _: ("*",),
    AllOperations: lambda node: (f"{node.namespace}.*",),
    Signature: lambda node: (f"({','.join(node.parameters)})",),
    Ref: lambda _: ("$ref",),
    MediaValue: lambda _: ("$value",),
}
