import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.querying.listing import Listing, closing, read_listing

ITEM = st.sampled_from(["a", "b desc", "f(x,y)", "'it''s)'", '"a,\\"b"', "[1,{2,3}]", "é"])
BLANK = st.sampled_from(["", " ", "  ", "\t"])


@st.composite
def lists(draw: st.DrawFn) -> str:
    items = draw(st.lists(ITEM, min_size=1, max_size=5))
    return ",".join(f"{draw(BLANK)}{each}{draw(BLANK)}" for each in items)


def listing(text: str, separator: str = ",") -> Listing:
    found = read_listing(text, separator)
    assert found is not None
    return found


def test_separators_in_quotes_and_brackets_do_not_count() -> None:
    found = listing(" a ,f(b,c) , 'd,e''f,g',\"h,'i\"")
    assert found.items == ("a", "f(b,c)", "'d,e''f,g'", '"h,\'i"')
    assert found.gaps == (" ,", " , ", ",")
    assert (found.before, found.behind) == (" ", "")
    assert listing("a=1,2;b", ";").items == ("a=1,2", "b")


@pytest.mark.parametrize("text", ["", "  "])
def test_blanks_are_a_list_of_nothing(text: str) -> None:
    assert listing(text) == Listing(before=text)
    assert listing(text).added("a").text == text + "a"


@pytest.mark.parametrize("text", [",", "a,", "a,,b", "a, ,b", "(a", "a)", "(a]", 'a"', "[(])"])
def test_what_is_no_list_is_none(text: str) -> None:
    assert read_listing(text) is None


@given(st.text("ab ,;()[]{}'\"\\", max_size=25), st.sampled_from(",;"))
def test_a_list_keeps_its_text(text: str, separator: str) -> None:
    found = read_listing(text, separator)
    assert found is None or found.text == text


@given(lists(), st.data())
def test_a_change_leaves_the_other_items(text: str, data: st.DataObject) -> None:
    found = listing(text)
    assert found.text == text
    at = data.draw(st.integers(0, len(found.items) - 1))
    to = data.draw(st.integers(0, len(found.items) - 1))
    rest = found.items[:at] + found.items[at + 1 :]
    for new, items in [
        (found.put(at, "new"), (*found.items[:at], "new", *found.items[at + 1 :])),
        (found.added("new"), (*found.items, "new")),
        (found.moved(at, to), (*rest[:to], found.items[at], *rest[to:])),
        (found.removed(at), rest),
    ]:
        assert new.items == items
        if items:
            assert listing(new.text) == new
    assert found.put(at, found.items[at]) == found
    assert found.moved(at, to).moved(to, at) == found


@pytest.mark.parametrize(
    ("text", "end"),
    [("f(a)", 3), ("f(a(b)')'c)d", 10), ("f(a", None), ("f(a]", None), ("f(')", None), ("f()", 2)],
)
def test_a_bracket_has_its_partner(text: str, end: int | None) -> None:
    assert closing(text, 1) == end
