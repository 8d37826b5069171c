from collections.abc import Iterator

from k2bench.apis.odata.expression.building.whole import BUILDERS
from k2bench.apis.odata.expression.engine.notation import Element, Kind, Repeat, Use, read_rules
from k2bench.apis.odata.expression.engine.symbols import CLASSES
from k2bench.apis.odata.expression.grammar import GRAMMAR, LAST_RESORT, TIERS

RULES = read_rules(GRAMMAR)


def _used(element: Element) -> Iterator[str]:
    if isinstance(element, Use):
        yield element.name
    for item in getattr(element, "items", ()):
        yield from _used(item)
    if isinstance(element, Repeat):
        yield from _used(element.item)


def test_every_name_is_a_rule_or_a_class_and_none_is_idle() -> None:
    used = {name for rule in RULES.values() for name in _used(rule.body)}
    assert used - set(RULES) == set(CLASSES)
    assert set(RULES) - used == {"filter", "orderby"}


def test_the_rules_named_apart_exist() -> None:
    assert set(LAST_RESORT) <= set(RULES)
    assert {name for tier in TIERS for name in tier} <= set(RULES)


def test_what_the_tree_is_built_from_leaves_nodes() -> None:
    assert {name for name in BUILDERS if RULES[name].kind is not Kind.NODE} == set()
