import pytest

from k2bench.apis.odata.expression import RuleName, parse, unparse


@pytest.mark.parametrize(
    ("rule", "text", "written"),
    [
        ("orderby", "a  DESC,b ASC,c", "a desc,b asc,c"),
        ("select", "*,N.*,N.f(x,y),a(top=1;COUNT=True)", "*,N.*,N.f(x,y),a($top=1;$count=true)"),
        ("expand", "a/$ref,*($levels=2),$VALUE", "a/$ref,*($levels=2),$value"),
        (
            "expand",
            "a(filter=b;search= x;orderby=b  desc;skip=1;levels=MAX)",
            "a($filter=b;$search=x;$orderby=b desc;$skip=1;$levels=max)",
        ),
        (
            "expand",
            "a(select=b;expand=c(top=1))",
            "a($select=b;$expand=c($top=1))",
        ),
        ("expand", "a(compute=b  as c;@p=1)", "a($compute=b as c;@p=1)"),
    ],
)
def test_one_form_for_every_way_of_writing(rule: RuleName, text: str, written: str) -> None:
    assert unparse(parse(rule, text)) == written
