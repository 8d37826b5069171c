from k2bench.apis.odata.expression import parse
from k2bench.apis.odata.expression.tree.nodes import (
    Array,
    Binary,
    Branch,
    Call,
    Case,
    Cast,
    IsOf,
    List,
    Literal,
    LiteralKind,
    Member,
    Negate,
    Object,
    Operator,
    Path,
)
from k2bench.apis.odata.expression.tree.steps import Name

A = Path((Name("a"),))
ONE = Literal(LiteralKind.NUMBER, "1")


def test_functions_of_odata() -> None:
    assert parse("filter", "substring( a , 1 )") == Call("substring", (A, ONE))
    assert parse("filter", "NOW()") == Call("now", ())


def test_case() -> None:
    branches = (Branch(A, ONE), Branch(Literal(LiteralKind.BOOLEAN, "true"), A))
    assert parse("filter", "case(a:1,true:a)") == Case(branches)


def test_cast_and_isof_with_and_without_an_operand() -> None:
    assert parse("filter", "cast(a,Edm.String)") == Cast(A, "Edm.String")
    assert parse("filter", "CAST(Edm.String)") == Cast(None, "Edm.String")
    assert parse("filter", "isof(a,Collection(N.T))") == IsOf(A, "Collection(N.T)")
    assert parse("filter", "isof(T)") == IsOf(None, "T")


def test_lists_are_what_in_looks_into() -> None:
    assert parse("filter", "a in (1)") == Binary(Operator.IN, A, List((ONE,)))
    assert parse("filter", "a in ()") == Binary(Operator.IN, A, List(()))
    assert parse("filter", "a in (a)") == Binary(Operator.IN, A, A)


def test_json() -> None:
    text = Literal(LiteralKind.JSON_STRING, '"x"')
    assert parse("filter", '[1,"x",a]') == Array((ONE, text, A))
    inner = Object((Member('"c"', text),))
    assert parse("filter", '{"a":1,"b":{"c":"x"}}') == Object(
        (Member('"a"', ONE), Member('"b"', inner))
    )


def test_the_value_of_has_is_an_enumeration_value_with_and_without_its_type() -> None:
    for text in ("N.E'X,1'", "'X'"):
        tree = parse("filter", f"a has {text}")
        assert tree == Binary(Operator.HAS, A, Literal(LiteralKind.ENUM, text))


def test_a_minus_before_a_number_is_a_part_of_it() -> None:
    assert parse("filter", "-1") == Literal(LiteralKind.NUMBER, "-1")
    assert parse("filter", "- 1") == Negate(ONE)
    assert parse("filter", "-a") == Negate(A)
