from k2bench.apis.odata.expression import parse
from k2bench.apis.odata.expression.tree.nodes import Literal, LiteralKind, Path
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
from k2bench.apis.odata.expression.tree.steps import (
    AllOperations,
    Annotation,
    Count,
    MediaValue,
    Name,
    QualifiedName,
    Ref,
    Signature,
    Star,
    Step,
)

ONE = Literal(LiteralKind.NUMBER, "1")
A, B = Name("a"), Name("b")


def _path(*steps: Step) -> Path:
    return Path(steps)


def test_orderby() -> None:
    assert parse("orderby", "a DESC,b") == OrderBy(
        (OrderItem(_path(A), Direction.DESCENDING), OrderItem(_path(B)))
    )


def test_select() -> None:
    assert parse("select", "*,a/b,N.*,N.f(x,y),@N.t,a/N.T") == Select(
        (
            SelectItem(_path(Star())),
            SelectItem(_path(A, B)),
            SelectItem(_path(AllOperations("N"))),
            SelectItem(_path(QualifiedName("N.f"), Signature(("x", "y")))),
            SelectItem(_path(Annotation("N.t"))),
            SelectItem(_path(A, QualifiedName("N.T"))),
        )
    )


def test_expand() -> None:
    assert parse("expand", "a,a/$ref,a/N.T/$count,*,$value") == Expand(
        (
            ExpandItem(_path(A)),
            ExpandItem(_path(A, Ref())),
            ExpandItem(_path(A, QualifiedName("N.T"), Count())),
            ExpandItem(_path(Star())),
            ExpandItem(_path(MediaValue())),
        )
    )


def test_every_nested_option() -> None:
    text = (
        "a($filter=b;search= x OR y;$orderby=b;SKIP=007;$top=1;$count=TRUE;$levels=max;"
        "$select=b;$expand=b;$compute=1 as c,b as d;@p=1)"
    )
    (item,) = parse("expand", text).items
    assert item.options == (
        Filter(_path(B)),
        Search("x OR y"),
        OrderBy((OrderItem(_path(B)),)),
        Skip("007"),
        Top("1"),
        InlineCount(True),
        Levels("max"),
        Select((SelectItem(_path(B)),)),
        Expand((ExpandItem(_path(B)),)),
        Compute((ComputeItem(ONE, "c"), ComputeItem(_path(B), "d"))),
        AliasValue("p", ONE),
    )


def test_search_keeps_its_words_and_quotes() -> None:
    for search in ("NOT (a b)", '"x ( y" AND z', "'broken ( \"'"):
        (item,) = parse("expand", f"a($search={search})").items
        assert item.options == (Search(search),)


def test_places() -> None:
    (first, second) = parse("select", "a($top=1),b/c").items
    assert (first.start, first.end, first.path.end) == (0, 9, 1)
    assert (second.start, second.end) == (10, 13)
    assert (first.options[0].start, first.options[0].end) == (2, 8)
