import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.querying.expand_parts import NESTED, ExpandParts, read

BLANK = st.sampled_from(["", "", " "])
VALUES = {
    "$select": "a,b",
    "$filter": "Name eq ');,' and x",
    "$orderby": "a desc,b",
    "$top": "5",
    "skip": "5",
    "$COUNT": "true",
    "$search": '"a;b)" OR c',
    "$levels": "max",
    "$compute": "a mul b as c",
}


@st.composite
def expands(draw: st.DrawFn, depth: int = 2) -> str:
    def item() -> str:
        text = draw(BLANK) + draw(st.sampled_from(["Items", "Ns.T/Nav", "*", "Items/$ref"]))
        names = draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=3, unique=True))
        options = [f"{draw(BLANK)}{name}={VALUES[name]}" for name in names]
        if depth and draw(st.booleans()):
            options.append(f"$expand={draw(expands(depth - 1))}")
        if options:
            text += draw(BLANK) + f"({draw(BLANK)}{';'.join(options)}{draw(BLANK)})"
        return text + draw(BLANK)

    return ",".join(item() for _ in range(draw(st.integers(1, 3))))


def parts(text: str) -> ExpandParts:
    found = read(text)
    assert found is not None
    return found


def test_items_and_their_options_are_read() -> None:
    found = parts("A, Ns.T/B ( $filter=x eq ');' ; select=a,b;$EXPAND=C($top=5),D), */$ref")
    assert [each.path for each in found.items] == ["A", "Ns.T/B", "*/$ref"]
    second = found.items[1]
    assert second.option("$filter") == "x eq ');'"
    assert second.option("$select") == "a,b"
    assert second.option("$top") is None
    assert found.at((1, 0)).option("$top") == "5"
    assert found.at((1, 1)).path == "D"
    assert found.index_of("*/$ref") == 2
    assert found.index_of("C") is None


@pytest.mark.parametrize("text", ["A,", "A(", "A(b=5", "A($top=5)b", "A(x)", "(a)", "A(a=1;)"])
def test_what_has_no_such_form_has_no_items(text: str) -> None:
    assert read(text) is None


def test_nested_text_that_is_no_list_is_not_lost() -> None:
    found = parts("A($expand=B(c);$top=5)")
    assert found.items[0].expanded is None
    assert found.with_option((0,), "$top", "6").text == "A($expand=B(c);$top=6)"
    with pytest.raises(IndexError):
        found.added((0,), "D")


@pytest.mark.parametrize(
    ("text", "name", "value", "changed"),
    [
        ("A", "$top", "5", "A($top=5)"),
        ("A( $top=5 )", "$top", "6", "A( $top=6 )"),
        ("A( top = 5 )", "$top", "6", "A( top = 6 )"),
        ("A( $top=5 )", "$skip", "6", "A( $top=5;$skip=6 )"),
        ("A( $top=5 ; $skip=6)", "$top", None, "A( $skip=6)"),
        ("A ($top=5)", "$top", None, "A"),
        ("A()", "$top", "5", "A($top=5)"),
        ("A", "$top", None, "A"),
        ("A($filter=a eq 'b=c')", "$filter", "x=y", "A($filter=x=y)"),
    ],
)
def test_a_nested_option_is_set(text: str, name: str, value: str | None, changed: str) -> None:
    assert parts(f"X, {text} ,Y").with_option((1,), name, value).text == f"X, {changed} ,Y"


def test_items_come_and_go_at_any_depth() -> None:
    found = ExpandParts().added((), "A").added((), "B").added((1,), "C").added((1, 0), "D")
    assert found.text == "A,B($expand=C($expand=D))"
    assert found.with_option((1, 0, 0), "$top", "5").text == "A,B($expand=C($expand=D($top=5)))"
    assert found.removed((1, 0, 0)).text == "A,B($expand=C)"
    assert found.removed((1, 0)).text == "A,B"
    assert found.removed((0,)).text == "B($expand=C($expand=D))"
    assert parts("A( $top=5; $expand=B )").removed((0, 0)).text == "A( $top=5 )"


@given(st.text("aB$ ,;()='", max_size=25))
def test_whatever_is_typed_keeps_its_text(text: str) -> None:
    found = read(text)
    assert found is None or found.text == text
    if found is not None:
        assert [each.text for each in found.items] == list(found.listing.items)


@given(expands(), st.data(), st.sampled_from(NESTED))
def test_an_option_set_and_cleared_leaves_the_rest(
    text: str, data: st.DataObject, name: str
) -> None:
    found = parts(text)
    assert found.text == text
    place = (data.draw(st.integers(0, len(found.items) - 1)),)
    inner = found.at(place).expanded
    if inner is not None and inner.items and data.draw(st.booleans()):
        place = (*place, data.draw(st.integers(0, len(inner.items) - 1)))
    item = found.at(place)
    value = "New" if name == "$expand" else "7"
    new = parts(found.with_option(place, name, value).text)
    assert new.at(place).option(name) == value
    kept = [each for each in NESTED if each != name]
    assert [new.at(place).option(each) for each in kept] == [item.option(each) for each in kept]
    if item.option(name) is None and item.options.items:
        assert new.with_option(place, name, None).text == text
