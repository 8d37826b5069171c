import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.querying.condition import Condition
from k2bench.apis.odata.querying.filter_parts import DEEPEST, Group, Join, Raw, read
from tests.apis.odata.querying.filters import blank, filters


def group(text: str) -> Group:
    found = read(text)
    assert found is not None
    return found


@given(st.just("") | blank, filters, st.just("") | blank)
def test_what_is_read_is_what_was_written(before: str, text: str, behind: str) -> None:
    found = group(before + text + behind)
    assert found.text == before + text + behind


@given(st.text("ab ()'eqandornti{}/1", max_size=30), st.sampled_from(Dialect))
def test_whatever_is_typed_keeps_its_text(text: str, dialect: Dialect) -> None:
    found = read(text, dialect)
    assert found is None or found.text == text


def test_one_exotic_operand_leaves_the_rest_usable() -> None:
    found = group("a eq 1 and b add 1 eq 2 and c eq 3")
    first, second, third = found.parts
    assert isinstance(first, Condition)
    assert second == Raw("b add 1 eq 2")
    assert isinstance(third, Condition)


def test_groups_are_those_of_precedence_and_brackets() -> None:
    found = group("a eq 1 or b eq 2 and ( c eq 3  OR not (d eq 4 or e) )")
    assert (found.join, len(found.parts), found.bracketed) == (Join.OR, 2, False)
    inner = found.parts[1]
    assert isinstance(inner, Group)
    assert (inner.join, inner.bracketed) == (Join.AND, False)
    deeper = inner.parts[1]
    assert isinstance(deeper, Group)
    assert (deeper.opening, deeper.gaps, deeper.closing) == ("( ", ("  OR ",), " )")
    deepest = deeper.parts[1]
    assert isinstance(deepest, Group)
    assert (deepest.negated, deepest.opening) == (True, "not (")


def test_words_and_brackets_in_texts_are_no_joins() -> None:
    found = group("a eq ') and (' or b eq 2")
    assert [part.text for part in found.parts] == ["a eq ') and ('", "b eq 2"]


@pytest.mark.parametrize("text", ["", " ", "\t "])
def test_nothing_is_a_group_of_no_part(text: str) -> None:
    assert group(text) == Group(Join.AND, opening=text)


@pytest.mark.parametrize("text", ["a eq", "a eq ‘x’", "(a", "a and", "5 eq", "\ud800", "a\x00b"])
def test_what_is_no_filter_has_no_parts(text: str) -> None:
    assert read(text) is None


def test_what_is_too_deep_has_no_parts() -> None:
    deep = "a or (b and (" * DEEPEST + "a" + "))" * DEEPEST
    assert read(deep) is None
    assert group("(" * 2000 + "a or b" + ")" * 2000).join is Join.OR


def test_a_thousand_conditions_are_one_group() -> None:
    assert len(group(" or ".join(f"a eq {n}" for n in range(1000))).parts) == 1000
