import time

import pytest

from k2bench.apis.odata.expression import ExpressionError, parse
from k2bench.apis.odata.expression.automaton import automaton
from k2bench.apis.odata.expression.engine.recogniser import recognise
from k2bench.apis.odata.expression.grammar import TIERS
from k2bench.apis.odata.expression.parser import RuleName
from k2bench.apis.odata.expression.tree.nodes import Logic, Not
from tests.apis.odata.expression.examples import invalid, parsed, valid


@pytest.mark.parametrize(("rule", "text"), valid())
def test_what_the_standard_shows_is_taken(rule: RuleName, text: str) -> None:
    assert parsed(rule, text) is None


@pytest.mark.parametrize(("rule", "text", "position"), invalid())
def test_what_it_does_not_allow_is_refused_where_no_sentence_goes_on(
    rule: RuleName, text: str, position: int
) -> None:
    assert parsed(rule, text) == position


@pytest.mark.parametrize(
    "text",
    [
        "(" * 1000 + "a" + ")" * 1000,
        "not " * 1000 + "a",
        "-" * 1000 + "a",
        "[" * 1000 + "]" * 1000,
        "a/any(b:" * 1000 + "true" + ")" * 1000,
        " or ".join(f"ID eq {number}" for number in range(1000)),
        " add ".join("a" * 1000),
    ],
    ids=["brackets", "not", "minus", "arrays", "any", "or", "add"],
)
def test_depth_and_length_are_no_matter(text: str) -> None:
    assert parsed("filter", text) is None


def test_an_open_end_of_any_depth_is_an_error_at_the_end() -> None:
    with pytest.raises(ExpressionError) as error:
        parse("filter", "(" * 1000 + "a")
    assert error.value.position == 1001


def test_a_long_filter_is_parsed_while_a_person_types() -> None:
    text = " and ".join(f"contains(Address/City,'x{i}')" for i in range(70))
    assert len(text) > 2000
    parse("filter", text)
    assert min(_seconds(text) for _ in range(7)) < 0.05


def test_so_is_one_that_is_not_finished() -> None:
    text = " and ".join(f"Name{i} eq 'abcdef{i}'" for i in range(85)) + " and"
    assert min(_seconds(text) for _ in range(7)) < 0.1


def test_the_work_for_nested_text_grows_with_its_length_only() -> None:
    for opening, closing in (
        ("(", ")"),
        ("a/any(b:", ")"),
        ("not ", ""),
        ("[", "]"),
        ("a add ", ""),
    ):
        small, large = (_work(opening * n + "a" + closing * n) for n in (50, 500))
        assert large < 11 * small


def _work(text: str) -> int:
    """How many states all frames are in, at all places of a text."""
    run = recognise(automaton(TIERS[0]), "filter", text)
    assert run.accepted
    return sum(map(len, run.places))


def _seconds(text: str) -> float:
    start = time.process_time()  # other work on the machine does not count
    parsed("filter", text)
    return time.process_time() - start


def test_a_key_in_a_path_changes_nothing_elsewhere() -> None:
    tree = parse("filter", "length(A/B) and C/D(1) eq 2 and Items/3/Name eq 'x'")
    assert isinstance(tree, Logic)
    assert tree.operands[:2] == (parse("filter", "length(A/B)"), parse("filter", "C/D(1) eq 2"))


def test_a_name_ends_after_128_characters_even_in_unicode() -> None:
    assert parsed("filter", "ä" * 128) is None
    assert parsed("filter", "ä" * 129) == 128
    assert parsed("filter", f"a eq {'1' * 500}.{'2' * 500}e{'3' * 500}") is None


def test_an_unknown_option_is_wrong_from_its_beginning() -> None:
    assert parsed("expand", "Items($select=a;$fitler=b)") == 16
    assert parsed("expand", "Items($fil") == 10


def test_what_may_be_a_key_is_no_unknown_option() -> None:
    assert parsed("filter", "a/$count($filter=b;$fi}lter=c)") == 22
    assert parsed("filter", "@a/$count($filter=b;$fi}lter=c)") == 20


def test_the_error_has_a_message_for_people() -> None:
    with pytest.raises(ExpressionError, match="Expected an operator") as error:
        parse("filter", "Name = 'x'")
    assert error.value.position == 5
    assert error.value.expected == ("an operator",)


def test_the_whole_text_is_the_place_of_the_tree() -> None:
    tree = parse("orderby", "Name desc,Rating")
    assert (tree.start, tree.end) == (0, 16)
    negation = parse("filter", "not (a or b)")
    assert isinstance(negation, Not)
    assert (negation.start, negation.end, negation.operand.start) == (0, 12, 5)
