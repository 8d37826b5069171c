"""Random syntax trees for the tests of writing."""

from typing import TypeAlias, TypeVar

from hypothesis import strategies as st

from k2bench.apis.odata.expression.tree.nodes import (
    Array,
    Binary,
    Branch,
    Call,
    Case,
    Cast,
    Expression,
    IsOf,
    List,
    Literal,
    LiteralKind,
    Logic,
    Member,
    Negate,
    Not,
    Object,
    Operator,
    Path,
)
from k2bench.apis.odata.expression.tree.options import (
    Direction,
    Expand,
    ExpandItem,
    Filter,
    Levels,
    OrderBy,
    OrderItem,
    Search,
    Select,
    SelectItem,
    Top,
)
from k2bench.apis.odata.expression.tree.steps import (
    Alias,
    Annotation,
    Argument,
    Count,
    FilterStep,
    Invocation,
    Key,
    KeySegment,
    KeyValue,
    Lambda,
    Name,
    QualifiedName,
    Ref,
    Step,
    Variable,
)

T = TypeVar("T")
Few: TypeAlias = st.SearchStrategy[tuple[T, ...]]

names = st.sampled_from(["a", "Name", "and", "not", "eq", "in", "Größe", "_1"])
dotted = st.sampled_from(["N.T", "Edm.String", "a.b.C"])
literals = st.sampled_from(
    [
        Literal(LiteralKind.NULL, "null"),
        Literal(LiteralKind.BOOLEAN, "TRUE"),
        Literal(LiteralKind.NUMBER, "1.5e-3"),
        Literal(LiteralKind.NUMBER, "-INF"),
        Literal(LiteralKind.STRING, "'O''Neil /(%'"),
        Literal(LiteralKind.DATE, "2020-02-29"),
        Literal(LiteralKind.GUID, "01234567-89ab-cdef-0123-456789abcdef"),
        Literal(LiteralKind.ENUM, "N.E'X'"),
        Literal(LiteralKind.DURATION, "duration'P1D'"),
    ]
)
key_literals = literals.filter(lambda literal: literal.kind is not LiteralKind.NULL)
json_strings = st.just(Literal(LiteralKind.JSON_STRING, '"x \\" y"'))
enums = st.sampled_from([Literal(LiteralKind.ENUM, "N.E'X'"), Literal(LiteralKind.ENUM, "'X,1'")])
ARITHMETIC_AND_COMPARISON = [
    operator
    for operator in Operator
    if operator not in (Operator.AND, Operator.OR, Operator.HAS, Operator.IN)
]

simple_steps = st.one_of(names.map(Name), names.map(lambda name: Annotation(f"N.{name}")))
keys = key_literals.map(lambda literal: Key((KeyValue("", literal),)))


def _path(*steps: Step) -> Path:
    return Path(steps)


def _few(items: st.SearchStrategy[T], least: int = 0, most: int = 2) -> Few[T]:
    return st.lists(items, min_size=least, max_size=most).map(tuple)


def _paths(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Path]:
    collections = st.one_of(
        st.builds(Lambda, st.sampled_from(["any", "all"]), names, inner),
        st.just(Lambda("any")),
        st.just(Count()),
        inner.map(lambda condition: Count((Filter(condition), Search("x")))),
    )
    calls = st.builds(Invocation, dotted, _few(st.builds(Argument, names, inner)))
    simple = names.map(Name)
    return st.one_of(
        st.builds(lambda first, rest: Path((first, *rest)), simple, _few(simple_steps)),
        st.builds(_path, simple, collections),
        st.builds(_path, simple, keys, simple),
        st.builds(_path, simple, st.builds(FilterStep, inner), st.just(Count())),
        st.builds(_path, simple, st.builds(QualifiedName, dotted), simple),
        st.builds(_path, simple, st.integers(0, 9).map(lambda digit: KeySegment(str(digit)))),
        st.builds(_path, calls, simple),
        st.builds(_path, st.builds(Alias, names)),
        st.builds(_path, st.just(Variable("$it")), simple),
    )


def _deeper(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    some = _few(inner, 2, 3)
    values = st.one_of(inner, json_strings)
    members = st.builds(Member, st.just('"m"'), values)
    branches = _few(st.builds(Branch, inner, inner), 1)
    return st.one_of(
        _paths(inner),
        st.builds(Binary, st.sampled_from(ARITHMETIC_AND_COMPARISON), inner, inner),
        st.builds(Binary, st.just(Operator.HAS), inner, enums),
        st.builds(Binary, st.just(Operator.IN), inner, inner),
        st.builds(Binary, st.just(Operator.IN), inner, _few(literals).map(List)),
        st.builds(Logic, st.sampled_from([Operator.AND, Operator.OR]), some),
        st.builds(Not, inner),
        st.builds(Negate, inner),
        st.builds(lambda argument: Call("length", (argument,)), inner),
        st.builds(lambda one, two: Call("contains", (one, two)), inner, inner),
        st.builds(Case, branches),
        st.builds(Cast, st.one_of(st.none(), inner), dotted),
        st.builds(IsOf, st.one_of(st.none(), inner), dotted),
        st.builds(Array, _few(values)),
        st.builds(Object, _few(members)),
    )


expressions: st.SearchStrategy[Expression] = st.recursive(
    st.one_of(literals, names.map(lambda name: Path((Name(name),)))), _deeper, max_leaves=8
)
order_items = st.builds(OrderItem, expressions, st.sampled_from([None, *Direction]))
orders = _few(order_items, 1).map(OrderBy)
item_paths = _few(names.map(Name), 1).map(Path)
leaves = st.one_of(expressions.map(Filter), orders, st.just(Top("5")), st.just(Search("a OR b")))


def _selects() -> st.SearchStrategy[Select]:
    options = _few(leaves)
    items = st.builds(SelectItem, item_paths, options)
    return _few(items, 1).map(Select)


selects = _selects()
references = item_paths.map(lambda path: ExpandItem(Path((*path.steps, Ref())), (Top("1"),)))
expands: st.SearchStrategy[Expand] = st.recursive(
    st.builds(lambda path: Expand((ExpandItem(path),)), item_paths),
    lambda inner: st.builds(
        lambda path, options, other: Expand((ExpandItem(path, options), other)),
        item_paths,
        _few(st.one_of(leaves, inner, selects, st.just(Levels("max")))),
        references,
    ),
    max_leaves=3,
)
