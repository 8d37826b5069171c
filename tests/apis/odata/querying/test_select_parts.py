import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.querying.select_parts import SelectParts, read

NAMES = ["Name", "Address/City", "Ns.Type/Größe", "*", "a", "b"]


def parts(text: str) -> SelectParts:
    found = read(text)
    assert found is not None
    return found


def test_names_are_ticked() -> None:
    found = parts("Name , Items($select=a,b;$top=5),Address/City")
    assert found.names == ("Name", "Items", "Address/City")
    assert found.has("Items")
    assert not found.has("a")


def test_ticks_leave_the_rest_of_the_text() -> None:
    assert parts("").ticked("a").text == "a"
    assert parts("a , b").ticked("c").text == "a , b,c"
    assert parts("a , b").ticked("b").text == "a , b"
    assert parts("a , b,  c").unticked("b").text == "a,  c"
    assert parts("a , b").unticked("c").text == "a , b"
    assert parts("b(x),a,b").unticked("b").text == "a"
    assert parts("a").unticked("a").text == ""


@pytest.mark.parametrize("text", ["a,", "a(b", "a'"])
def test_what_is_no_list_has_no_ticks(text: str) -> None:
    assert read(text) is None


@given(
    st.lists(st.sampled_from([*NAMES, "a($select=b,c)"]), max_size=5),
    st.sampled_from([",", " , ", ", "]),
    st.sampled_from(NAMES),
)
def test_a_tick_and_back_is_the_same_text(names: list[str], gap: str, name: str) -> None:
    text = gap.join(names)
    found = parts(text)
    assert found.text == text
    assert parts(found.ticked(name).text).has(name)
    assert not parts(found.unticked(name).text).has(name)
    if not found.has(name):
        assert found.ticked(name).unticked(name).text == text
