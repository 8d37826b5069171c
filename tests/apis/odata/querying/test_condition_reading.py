import pytest

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.querying.condition import Comparison, Condition, Quantifier, Within
from k2bench.apis.odata.querying.filter_parts import Raw, read


def only(text: str, dialect: Dialect = Dialect.V4) -> object:
    found = read(text, dialect)
    assert found is not None
    (part,) = found.parts
    return part


@pytest.mark.parametrize(
    ("text", "path", "comparison", "values", "negated"),
    [
        ("Supplier/Name EQ 'a'", "Supplier/Name", Comparison.EQ, ("'a'",), False),
        ("not (A eq null)", "A", Comparison.EQ, ("null",), True),
        ("((A) ge -5)", "A", Comparison.GE, ("-5",), False),
        ("Not EndsWith( A , 'x' )", "A", Comparison.ENDSWITH, ("'x'",), True),
        ("A in ()", "A", Comparison.IN, (), False),
        ("A in (1, 2)", "A", Comparison.IN, ("1", "2"), False),
        ("A has N.E'R,G'", "A", Comparison.HAS, ("N.E'R,G'",), False),
        ("Items/$count gt 5", "Items/$count", Comparison.GT, ("5",), False),
        ("A gt {{least}}", "A", Comparison.GT, ("{{least}}",), False),
    ],
)
def test_a_condition_is_read(
    text: str, path: str, comparison: Comparison, values: tuple[str, ...], negated: bool
) -> None:
    assert only(text) == Condition(text, path, comparison, values, negated)


@pytest.mark.parametrize(
    ("text", "path", "negated", "within"),
    [
        ("A/Items/any( i : i/P/Q gt 5)", "P/Q", False, Within("A/Items", Quantifier.ANY, "i")),
        ("Tags/all(t:t gt 5)", "", False, Within("Tags", Quantifier.ALL, "t")),
        (
            "not Tags/any(t:not (t gt 5))",
            "",
            True,
            Within("Tags", Quantifier.ANY, "t", negated=True),
        ),
    ],
)
def test_a_condition_within_a_collection_is_read(
    text: str, path: str, negated: bool, within: Within
) -> None:
    assert only(text) == Condition(text, path, Comparison.GT, ("5",), negated, within)


@pytest.mark.parametrize(
    "text",
    [
        *("A", "not A", "not not A", "5 eq A", "A eq B", "A eq @p", "A add 1 eq 5", "1 eq 1"),
        *("contains('x',A)", "contains(tolower(A),'x')", "contains(A,'x') eq true"),
        *("T/any()", "T/any(t:t)", "T/any(t:A eq 5)", "T/any(t:t/U/any(u:u eq 5))"),
        *("T/any(t:t eq 5 and t ne 3)", "A in B", "length(A) eq 5", "T(5)/A eq 5"),
        *("T/$count($filter=a) gt 5", "T/$filter(a eq 5)/any(t:t eq 5)", "@N.T eq 5"),
    ],
)
def test_what_a_row_cannot_show_is_raw(text: str) -> None:
    assert only(text) == Raw(text)


def test_odata_3_is_read() -> None:
    text = "substringof( 'x' , Name)"
    assert only(text, Dialect.V3) == Condition(text, "Name", Comparison.CONTAINS, ("'x'",))
    text = "Id eq guid'01234567-89ab-cdef-0123-456789abcdef'"
    assert only(text, Dialect.V3) == Condition(text, "Id", Comparison.EQ, (text[6:],))
    text = "substringof(Name,'x')"
    assert only(text, Dialect.V3) == Raw(text)
