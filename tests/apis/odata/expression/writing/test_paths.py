import pytest

from k2bench.apis.odata.expression import parse, unparse


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a/N.T/b", "a/N.T/b"),
        ("$root/a(1)/b", "$root/a(1)/b"),
        ("a/$filter(b)(x=1,y=@p)", "a/$filter(b)(x=1,y=@p)"),
        ("N.f( x=1 , y=a )/b", "N.f(x=1,y=a)/b"),
        ("a/any( )", "a/any()"),
        ("a/ANY( d : d/b  eq 1 )", "a/any(d:d/b eq 1)"),
        ("a/$count(filter=b;SEARCH= x)", "a/$count($filter=b;$search=x)"),
        ("a/@N.t#q", "a/@N.t#q"),
        ("a/1/b", "a/1/b"),
        ("a/", "a/"),
        ("contains( a/1 , 'x' )", "contains(a/1 ,'x')"),
    ],
)
def test_one_form_for_every_way_of_writing(text: str, written: str) -> None:
    assert unparse(parse("filter", text)) == written
