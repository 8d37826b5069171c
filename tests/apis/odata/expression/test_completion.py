import pytest

from k2bench.apis.odata.expression import Kind, RuleName, complete


@pytest.mark.parametrize(
    ("rule", "text", "kind", "start", "path"),
    [
        ("filter", "", Kind.NAME, 0, ""),
        ("filter", "Na", Kind.NAME, 0, ""),
        ("filter", "Customer/Na", Kind.NAME, 9, "Customer/"),
        ("filter", "Items/any(i:i/Pr", Kind.NAME, 14, "i/"),
        ("filter", "Name eq ", Kind.VALUE, 8, ""),
        ("filter", "Name eq 'x' an", Kind.OPERATOR, 12, ""),
        ("filter", "Color has Shop.Color'Re", Kind.ENUM_MEMBER, 21, ""),
        ("filter", "Color eq 'Re", Kind.STRING, 10, ""),
        ("filter", "cast(a,Edm.Str", Kind.TYPE, 7, ""),
        ("orderby", "Name de", Kind.DIRECTION, 5, ""),
        ("select", "Name,", Kind.NAME, 5, ""),
        ("expand", "Items($top=1;$fil", Kind.OPTION, 13, ""),
    ],
)
def test_the_kinds_of_things_that_fit(
    rule: RuleName, text: str, kind: Kind, start: int, path: str
) -> None:
    completion = complete(rule, text, len(text))
    assert kind in completion.kinds
    assert (completion.start, completion.path) == (start, path)


def test_the_words_of_odata_itself() -> None:
    assert {"eq", "and", "has"} <= set(complete("filter", "Name ", 5).words)
    words = complete("filter", "", 0).words
    assert {"contains", "geo.distance", "case", "not", "null", "$it", "duration"} <= set(words)
    assert all(any(c.isalpha() for c in word) for word in words)
    assert complete("orderby", "Name as", 7).words[-2:] == ("asc", "desc")
    assert "$filter" in complete("expand", "Items(", 6).words
    assert "filter" not in complete("expand", "Items(", 6).words


def test_only_what_is_before_the_place_matters() -> None:
    assert complete("filter", "Name ?? 'x'", 5) == complete("filter", "Name ", 5)


def test_a_wrong_beginning_has_no_completion() -> None:
    completion = complete("filter", "Name == ", 8)
    assert (completion.kinds, completion.words) == (frozenset(), ())
