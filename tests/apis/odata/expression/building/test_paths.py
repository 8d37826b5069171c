import pytest

from k2bench.apis.odata.expression import parse
from k2bench.apis.odata.expression.tree.nodes import Literal, LiteralKind, Path
from k2bench.apis.odata.expression.tree.options import Filter, Search
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
    Step,
    Variable,
)

ONE = Literal(LiteralKind.NUMBER, "1")
A, B = Name("a"), Name("b")


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("a/b", (A, B)),
        ("a/N.T/b", (A, QualifiedName("N.T"), B)),
        ("$it/a", (Variable("$it"), A)),
        ("$this", (Variable("$this"),)),
        ("$root/a(1)/b", (Variable("$root"), A, Key((KeyValue("", ONE),)), B)),
        ("@p", (Alias("p"),)),
        ("@p/a", (Alias("p"), A)),
        ("@N.t", (Annotation("N.t"),)),
        ("@t#q", (Annotation("t", "q"),)),
        ("a/@t", (A, Annotation("t"))),
        ("a(@k)", (A, Key((KeyValue("", Alias("k")),)))),
        ("a/1", (A, KeySegment("1"))),
        ("a/", (A, KeySegment(""))),
        ("a/b)", (A, KeySegment("b)"))),
        ("f()", (Invocation("f"),)),
        ("a/N.f(x=1)/b", (A, Invocation("N.f", (Argument("x", ONE),)), B)),
        ("a/f(x=@p)", (A, Invocation("f", (Argument("x", Path((Alias("p"),))),)))),
        ("a/$filter(b)", (A, FilterStep(Path((B,))))),
        ("a/any()", (A, Lambda("any"))),
        ("a/ANY(d:d)", (A, Lambda("any", "d", Path((Name("d"),))))),
        ("a/all(d:b)", (A, Lambda("all", "d", Path((B,))))),
        ("any()", (Invocation("any"),)),
        ("a/$count", (A, Count())),
        ("a/$count($filter=b;$search=x)", (A, Count((Filter(Path((B,))), Search("x"))))),
    ],
)
def test_steps(text: str, steps: tuple[Step, ...]) -> None:
    assert parse("filter", text) == Path(steps)


def test_what_may_be_a_key_or_a_call_is_a_call() -> None:
    (step,) = _steps("a(x=1,y='z')")
    assert step == Invocation(
        "a", (Argument("x", ONE), Argument("y", Literal(LiteralKind.STRING, "'z'")))
    )
    assert (step.start, step.end) == (0, 12)


def test_a_key_with_names_stays_one_where_no_call_can_be() -> None:
    assert _steps("a/$filter(b)(x=1)")[-1] == Key((KeyValue("x", ONE),))


def test_places() -> None:
    assert [(step.start, step.end) for step in _steps("ab/N.f(x=1)/1")] == [
        (0, 2),
        (3, 11),
        (12, 13),
    ]


def _steps(text: str) -> tuple[Step, ...]:
    tree = parse("filter", text)
    assert isinstance(tree, Path)
    return tree.steps
