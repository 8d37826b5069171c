import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.expression.tree.options import Direction
from k2bench.apis.odata.querying.order_parts import OrderItem, OrderParts, read

DOWN, UP = Direction.DESCENDING, Direction.ASCENDING
EXPRESSION = st.sampled_from(["Name", "Supplier/Name", "length(Name)", "contains(A,',')"])
BLANK = st.sampled_from(["", " ", "  "])


@st.composite
def orders(draw: st.DrawFn) -> str:
    def item() -> str:
        direction = draw(st.sampled_from(["", " asc", " desc", "  DESC", "\tAsc"]))
        return draw(BLANK) + draw(EXPRESSION) + direction + draw(BLANK)

    return ",".join(item() for _ in range(draw(st.integers(1, 4))))


def parts(text: str) -> OrderParts:
    found = read(text)
    assert found is not None
    return found


def test_rows_are_read() -> None:
    found = parts("Name, length(a) DESC ,desc, x asc")
    assert found.items == (
        OrderItem("Name"),
        OrderItem("length(a)", DOWN),
        OrderItem("desc"),
        OrderItem("x", UP),
    )
    assert [each.descending for each in found.items] == [False, True, False, False]
    assert found.index_of("x") == 3
    assert found.index_of("y") is None


@pytest.mark.parametrize("text", ["a,", "a,,b", "(a", "'a"])
def test_what_is_no_list_has_no_rows(text: str) -> None:
    assert read(text) is None


def test_rows_come_and_go() -> None:
    assert OrderParts().added("a").added("b", DOWN).text == "a,b desc"
    assert parts("a , b").added("c").text == "a , b,c"
    assert parts("a , b,  c").removed(1).text == "a,  c"
    assert parts("a").removed(0).text == ""
    assert parts("a, b desc,c").moved(1, 0).text == "b desc, a,c"


@pytest.mark.parametrize(
    ("text", "direction", "changed"),
    [
        ("a", DOWN, "a desc"),
        ("a  DESC", DOWN, "a  DESC"),
        ("a  DESC", UP, "a  asc"),
        ("a  DESC ", None, "a "),
    ],
)
def test_a_direction_is_set(text: str, direction: Direction | None, changed: str) -> None:
    assert parts(text).with_direction(0, direction).text == changed


def test_a_row_is_turned_round() -> None:
    assert parts("a").toggled(0).text == "a desc"
    assert parts("a desc").toggled(0).text == "a asc"
    assert parts("a asc").toggled(0).text == "a desc"


@given(st.text("ab ,()'descasc", max_size=25))
def test_whatever_is_typed_keeps_its_text(text: str) -> None:
    found = read(text)
    assert found is None or found.text == text


@given(orders(), st.data(), st.sampled_from([None, UP, DOWN]))
def test_a_change_leaves_the_other_rows(
    text: str, data: st.DataObject, direction: Direction | None
) -> None:
    found = parts(text)
    assert found.text == text
    at = data.draw(st.integers(0, len(found.items) - 1))
    new = parts(found.with_direction(at, direction).text)
    assert new.items[at] == OrderItem(found.items[at].expression, direction)
    assert new.listing.put(at, "") == found.listing.put(at, "")
