import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.expression import parse, unparse
from k2bench.apis.odata.querying.filter_edits import (
    Place,
    added,
    grouped,
    part_at,
    part_of,
    removed,
    replaced,
    ungrouped,
    with_join,
    with_negation,
)
from k2bench.apis.odata.querying.filter_parts import Group, Join, Part, Raw, read
from k2bench.apis.odata.querying.masking import masked
from tests.apis.odata.querying.filters import filters

NEW = part_of("z eq 9")


def group(text: str) -> Group:
    found = read(text)
    assert found is not None
    return found


def places(part: Part, at: Place = ()) -> list[Place]:
    inner = part.parts if isinstance(part, Group) else ()
    return [at, *(each for n, sub in enumerate(inner) for each in places(sub, (*at, n)))]


def group_places(part: Group) -> list[Place]:
    return [each for each in places(part) if isinstance(part_at(part, each), Group)]


def leaves(part: Part) -> list[str]:
    if not isinstance(part, Group):
        return [part.text]
    return [text for each in part.parts for text in leaves(each)]


def same(one: str, other: str) -> bool:
    return unparse(parse("filter", masked(one))) == unparse(parse("filter", masked(other)))


@pytest.mark.parametrize(
    ("text", "join", "place", "changed"),
    [
        ("", None, (), "z eq 9"),
        ("", Join.OR, (), "z eq 9"),
        ("a", None, (), "a and z eq 9"),
        ("a", Join.OR, (), "a or z eq 9"),
        ("a or b", Join.AND, (), "(a or b) and z eq 9"),
        ("a or b", None, (), "a or b or z eq 9"),
        ("a and b", Join.OR, (), "a and b or z eq 9"),
        ("a  AND b", None, (), "a  AND b and z eq 9"),
        (" a or b ", Join.AND, (), "(a or b) and z eq 9"),
        ("( a or b )", Join.AND, (), "( a or b ) and z eq 9"),
        ("not (a or b)", None, (), "not (a or b) and z eq 9"),
        ("(a or b) and c", None, (0,), "(a or b or z eq 9) and c"),
        ("a or b and c", None, (1,), "a or b and c and z eq 9"),
        ("a or b and c", Join.OR, (1,), "a or (b and c or z eq 9)"),
        ("a and b", Join.OR, (1,), "a and (b or z eq 9)"),
        ("x eq a/1 or b eq a/1", Join.AND, (), "(x eq a/1 or b eq a/1 ) and z eq 9"),
    ],
)
def test_a_condition_is_added(text: str, join: Join | None, place: Place, changed: str) -> None:
    assert added(group(text), place, NEW, join).text == changed


@pytest.mark.parametrize(
    ("text", "place", "changed"),
    [
        ("a", (0,), ""),
        ("a", (), ""),
        ("a  and b", (0,), "b"),
        ("a  and b   and  c", (0,), "b   and  c"),
        ("a  and b   and  c", (1,), "a   and  c"),
        ("a  and b   and  c", (2,), "a  and b"),
        ("(a or b) and c", (0, 1), "a and c"),
        ("(a or b) and c", (1,), "(a or b)"),
        ("(a or b and c) and d", (0, 0), "(b and c) and d"),
        ("not (a or b) and c", (0, 0), "not (b) and c"),
        ("not (a or b)", (1,), "not (a)"),
        ("not (a eq 1 or b)", (1,), "not (a eq 1)"),
        ("not (a or b and c)", (0,), "not (b and c)"),
        ("not (a or T/any(t:t eq 1))", (0,), "not (T/any(t:t eq 1))"),
    ],
)
def test_a_part_is_removed(text: str, place: Place, changed: str) -> None:
    assert removed(group(text), place).text == changed


@pytest.mark.parametrize(
    ("text", "place", "join", "changed"),
    [
        ("a  and b", (), Join.OR, "a  or b"),
        ("a AND b", (), Join.AND, "a AND b"),
        ("a or b and c", (), Join.AND, "a and (b and c)"),
        ("a or b and c", (1,), Join.OR, "a or (b or c)"),
        ("(a or b) and c", (0,), Join.AND, "(a and b) and c"),
    ],
)
def test_and_becomes_or(text: str, place: Place, join: Join, changed: str) -> None:
    assert with_join(group(text), place, join).text == changed


def test_parts_are_grouped_and_ungrouped() -> None:
    whole = group("a  and b   and c and d")
    assert grouped(whole, (), [0, 1]).text == "(a  and b)   and c and d"
    assert grouped(whole, (), [3, 1]).text == "a  and (b and d) and c"
    assert grouped(whole, (), [1]) == whole
    assert grouped(whole, (), range(4)) == whole
    assert ungrouped(group("a and (b  or c) and d"), (1,)).text == "a and b  and c and d"
    assert ungrouped(group("a or b and c"), (1,)).text == "a or b or c"
    assert ungrouped(whole, ()) == whole


def test_a_group_is_negated_and_no_longer() -> None:
    whole = with_negation(group("a and (b  or c)"), (1,), True)
    assert whole.text == "a and not (b  or c)"
    assert with_negation(whole, (1,), True) == whole
    assert with_negation(whole, (1,), False).text == "a and (b  or c)"
    assert with_negation(group("a or b"), (), True).text == "not (a or b)"


def test_a_part_is_replaced() -> None:
    whole = group("a  AND ( b or c)")
    assert replaced(whole, (1, 0), NEW).text == "a  AND ( z eq 9 or c)"
    assert replaced(whole, (0,), part_of("x or y")).text == "(x or y)  AND ( b or c)"
    assert replaced(whole, (), NEW).text == "z eq 9"


def test_what_does_not_parse_is_a_raw_part() -> None:
    assert part_of("a eq ") == Raw("a eq ")
    assert part_of("substringof('x',a)") == Raw("substringof('x',a)")
    assert part_of("substringof('x',a)", Dialect.V3) != Raw("substringof('x',a)")


@given(st.data(), filters, st.sampled_from([None, Join.AND, Join.OR]))
def test_adding_keeps_every_other_part(data: st.DataObject, text: str, join: Join | None) -> None:
    whole = group(text)
    place = data.draw(st.sampled_from(places(whole)))
    new = added(whole, place, NEW, join)
    assert read(new.text) == new
    assert sorted(leaves(new)) == sorted([*leaves(whole), NEW.text])


@given(filters)
def test_an_added_condition_narrows_the_whole(text: str) -> None:
    whole = group(text)
    new = parse("filter", masked(added(whole, (), NEW, Join.AND).text))
    if whole.join is Join.OR or whole.negated:
        assert same(unparse(new), f"({text} ) and z eq 9")


@given(st.data(), filters)
def test_removing_keeps_every_other_part(data: st.DataObject, text: str) -> None:
    whole = group(text)
    place = data.draw(st.sampled_from(places(whole)))
    new = removed(whole, place)
    assert read(new.text) == new
    gone = leaves(part_at(whole, place))
    rest = sorted(leaves(new))
    for each in gone:
        assert leaves(whole).count(each) > 0
    assert len(rest) == len(leaves(whole)) - len(gone)


@given(st.data(), filters, st.sampled_from(Join), st.booleans())
def test_rejoining_and_negating_keep_every_part(
    data: st.DataObject, text: str, join: Join, negated: bool
) -> None:
    whole = group(text)
    place = data.draw(st.sampled_from(group_places(whole)))
    part = part_at(whole, place)
    assert isinstance(part, Group)
    if len(part.parts) > 1:  # the join of one part is not in its text
        for new in (with_join(whole, place, join), with_negation(whole, place, negated)):
            assert read(new.text) == new
            assert leaves(new) == leaves(whole)


@given(st.data(), filters)
def test_grouping_keeps_every_part(data: st.DataObject, text: str) -> None:
    whole = group(text)
    place = data.draw(st.sampled_from(group_places(whole)))
    part = part_at(whole, place)
    assert isinstance(part, Group)
    indices = data.draw(st.sets(st.integers(0, len(part.parts) - 1)))
    new = grouped(whole, place, sorted(indices))
    assert read(new.text) == new
    assert sorted(leaves(new)) == sorted(leaves(whole))
    flat = ungrouped(new, place)
    assert read(flat.text) == flat
    assert sorted(leaves(flat)) == sorted(leaves(new))
