"""The parser against OData's ABNF: every text is judged alike, down to the position of the error.

`python -m tests.apis.odata.check_grammar` does the same with 10,000 sentences of each rule.
"""

import pytest

from k2bench.apis.odata.expression import RuleName
from tests.apis.odata.expression.examples import invalid, parsed, valid
from tests.apis.odata.grammar.comparison import RULES, Case, Comparison, abnf_path
from tests.apis.odata.grammar.sample import sample


def _wrong(cases: list[Case]) -> list[tuple[Case, int | None]]:
    judged = [(case, parsed(case.rule, case.text)) for case in cases]
    return [(case, position) for case, position in judged if position != case.position]


@pytest.mark.parametrize("rule", RULES)
def test_the_stored_sample(rule: RuleName) -> None:
    cases = [case for case in sample() if case.rule == rule]
    assert len(cases) >= 400
    assert _wrong(cases) == []


@pytest.mark.parametrize("rule", RULES)
def test_fresh_sentences_where_the_abnf_is_at_hand(rule: RuleName) -> None:
    path = abnf_path()
    if path is not None:  # without it there is nothing but the sample to compare with
        assert _wrong(list(Comparison(path, rule, seed=7).cases(100, (10, 12)))) == []


def test_our_own_examples_are_right_about_the_abnf() -> None:
    path = abnf_path()
    if path is None:
        return
    oracles = {rule: Comparison(path, rule, seed=1) for rule in RULES}
    for rule, text, position in [(*row, None) for row in valid()] + invalid():
        assert oracles[rule].judged(text).position == position, text
