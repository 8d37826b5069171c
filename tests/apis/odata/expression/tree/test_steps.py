from k2bench.apis.odata.expression.tree.steps import KeySegment, Name


def test_a_key_may_be_plain_or_a_slip_that_the_grammar_lets_pass() -> None:
    assert KeySegment("A-1.2~é").is_plain
    assert not KeySegment("Name)").is_plain


def test_steps_are_equal_wherever_they_are() -> None:
    assert Name("a", start=3, end=4) == Name("a")
