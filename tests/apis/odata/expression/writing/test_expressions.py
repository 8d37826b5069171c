import pytest

from k2bench.apis.odata.expression import parse, unparse
from k2bench.apis.odata.expression.tree.nodes import (
    Binary,
    Literal,
    LiteralKind,
    Negate,
    Operator,
    Path,
)
from k2bench.apis.odata.expression.tree.steps import Name


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a  EQ\t1", "a eq 1"),
        ("((a))", "a"),
        ("(a add b) mul c", "(a add b) mul c"),
        ("(a mul b) add c", "a mul b add c"),
        ("a sub (b sub c)", "a sub (b sub c)"),
        ("(a and b) or c", "(a and b) or c"),
        ("a and b or c", "(a and b) or c"),
        ("a and (b and c)", "a and (b and c)"),
        ("NOT (a or b)", "not (a or b)"),
        ("not (a eq b)", "not (a eq b)"),
        ("not a eq b", "not a eq b"),
        ("- 5", "-(5)"),
        ("-5", "-5"),
        ("-(a add b)", "-(a add b)"),
        ("(a in (1)) eq b", "(a in (1)) eq b"),
        ("a add b in (1) eq c", "a add (b in (1)) eq c"),
        ("a in ( 1 , 2 )", "a in (1,2)"),
        ("contains( a , 'x' )", "contains(a,'x')"),
        ("case( a : 1 , true : 2 )", "case(a:1,true:2)"),
        ("cast( a , Edm.String )", "cast(a,Edm.String)"),
        ('{ "a" : [ 1 , "b" ] }', '{"a":[1,"b"]}'),
        ("DATE(a) eq TRUE", "date(a) eq TRUE"),
    ],
)
def test_one_form_for_every_way_of_writing(text: str, written: str) -> None:
    assert unparse(parse("filter", text)) == written


def test_the_minus_of_a_value_does_not_become_a_part_of_it() -> None:
    tree = Negate(Literal(LiteralKind.DATE, "2020-01-01"))
    assert parse("filter", unparse(tree)) == tree


def test_a_value_in_brackets_after_in_would_be_a_list() -> None:
    a = Path((Name("a"),))
    tree = Binary(Operator.IN, a, Negate(Literal(LiteralKind.NUMBER, "5")))
    assert parse("filter", unparse(tree)) == tree
