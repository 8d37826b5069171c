from k2bench.apis.odata.expression.automaton import (
    automaton,
    expected_after,
    is_inside_option_name,
)
from k2bench.apis.odata.expression.engine.recogniser import recognise
from k2bench.apis.odata.expression.grammar import TIERS


def test_each_tier_takes_more_than_the_one_before() -> None:
    texts = ["Items(1)/Name", "Items/1/Name", "Items/(1"]
    taken = [
        [recognise(automaton(tier), "filter", text).accepted for text in texts] for tier in TIERS
    ]
    assert taken == [[True, False, False], [True, True, False], [True, True, True]]


def test_an_automaton_is_built_once() -> None:
    assert automaton(TIERS[0]) is automaton(TIERS[0])


def test_nothing_is_expected_after_what_is_wrong() -> None:
    assert expected_after("filter", "a ~") is None
    assert expected_after("filter", "Items/(") is not None


def test_being_inside_the_name_of_an_option() -> None:
    assert is_inside_option_name("expand", "Items($f")
    assert not is_inside_option_name("expand", "Items(")
    assert not is_inside_option_name("expand", "Items($filter")
    assert not is_inside_option_name("select", "Items(f")
    assert not is_inside_option_name("select", "Items(~")
