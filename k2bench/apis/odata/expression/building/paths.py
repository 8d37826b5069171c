"""Builds paths and their steps from the nodes of the grammar."""

from collections.abc import Sequence
from typing import TypeGuard

from k2bench.apis.odata.expression.building.parts import (
    Builders,
    Part,
    Token,
    expression,
    expressions,
    from_nothing,
    from_parts,
    from_text,
    nodes,
    text_of,
    texts,
)
from k2bench.apis.odata.expression.tree.nodes import Literal, Path
from k2bench.apis.odata.expression.tree.options import Option
from k2bench.apis.odata.expression.tree.steps import (
    Alias,
    AllOperations,
    Annotation,
    Argument,
    Count,
    FilterStep,
    Invocation,
    Key,
    KeySegment,
    KeyValue,
    Lambda,
    MediaValue,
    Name,
    QualifiedName,
    Ref,
    Signature,
    Star,
    Step,
    Variable,
)


def path_of(parts: Sequence[Part], start: int, end: int) -> Path:
    """The path of all steps among the parts; the arguments of a call join the name before it."""
    steps: list[Step] = []
    for part in parts:
        last = steps[-1] if steps else None
        if isinstance(last, Name | QualifiedName) and _is_arguments(part):
            steps[-1] = _called(last, part, is_first=len(steps) == 1)
        elif isinstance(part, Step):
            steps.append(part)
    return Path(tuple(steps), start=start, end=end)


def _is_arguments(part: Part) -> TypeGuard[Invocation | Key]:
    """`Items(a=1)` may be a key or a call: without a schema it is a call, always."""
    return isinstance(part, Invocation) or (isinstance(part, Key) and part.values[0].name != "")


def _called(name: Name | QualifiedName, part: Invocation | Key, is_first: bool) -> Step:
    arguments = part.arguments if isinstance(part, Invocation) else _as_arguments(part)
    if name.name.lower() == "any" and not arguments and not is_first:
        return Lambda("any", start=name.start, end=part.end)
    return Invocation(name.name, arguments, start=name.start, end=part.end)


def _as_arguments(key: Key) -> tuple[Argument, ...]:
    return tuple(map(_as_argument, key.values))


def _as_argument(key: KeyValue) -> Argument:
    value = key.value
    if isinstance(value, Alias):
        path = Path((value,), start=value.start, end=value.end)
        return Argument(key.name, path, start=key.start, end=key.end)
    return Argument(key.name, value, start=key.start, end=key.end)


def options(parts: Sequence[Part]) -> tuple[Option, ...]:
    """The nested options among the parts."""
    return tuple(part for part in parts if isinstance(part, Option))


def _path(token: Token, parts: Sequence[Part]) -> Part:
    first = parts[0]
    if isinstance(first, Annotation) and "." not in first.term and not first.qualifier:
        parts = [Alias(first.term, start=first.start, end=first.end), *parts[1:]]
    return path_of(parts, token.start, token.end)


def _at(token: Token, _: Sequence[Part]) -> Part:
    term, _sign, qualifier = token.text[1:].partition("#")
    return Annotation(term, qualifier, start=token.start, end=token.end)


def _call(token: Token, parts: Sequence[Part]) -> Part:
    return Invocation("", nodes(parts, Argument), start=token.start, end=token.end)


def _key(token: Token, parts: Sequence[Part]) -> Part:
    values = nodes(parts, KeyValue) or (_key_value(token, parts),)
    return Key(values, start=token.start, end=token.end)


def _key_value(token: Token, parts: Sequence[Part]) -> KeyValue:
    value = parts[-1]
    assert isinstance(value, Literal | Alias)
    place = value if len(parts) == 1 else token
    return KeyValue(text_of("argumentName")(parts), value, start=place.start, end=place.end)


def _nothing(token: Token, _: Sequence[Part]) -> Part:
    return KeySegment("", start=token.end, end=token.end)


def _lambda(token: Token, parts: Sequence[Part]) -> Part:
    operator = parts[0]
    assert isinstance(operator, Token)
    condition = next(iter(expressions(parts)), None)
    variable = text_of("variable")(parts)
    return Lambda(operator.rule, variable, condition, start=token.start, end=token.end)


PATH_BUILDERS: Builders = {
    "path": _path,
    "name": from_text(Name),
    "type": from_text(QualifiedName),
    "implicit": from_text(Variable),
    "rootVariable": from_text(Variable),
    "at": _at,
    "alias": from_text(Alias, strip="@"),
    "call": _call,
    "argument": from_parts(Argument, text_of("argumentName"), expression),
    "key": _key,
    "keyPair": _key_value,
    "keySegment": from_text(KeySegment),
    "nothing": _nothing,
    "filterStep": from_parts(FilterStep, expression),
    "count": from_parts(Count, options),
    "countRef": from_nothing(Count),
    "lambda": _lambda,
    "star": from_nothing(Star),
    "allOf": from_text(AllOperations, strip=".*"),
    "parameters": from_parts(Signature, lambda parts: texts(parts, "argumentName")),
    "ref": from_nothing(Ref),
    "mediaValue": from_nothing(MediaValue),
}
