from tests.apis.odata.expression.engine.toy import toy


def test_a_step_leads_to_the_set_of_all_that_may_come() -> None:
    states = toy()
    start = states.start("sum")
    digit = states.step(start, "1")
    assert digit is not None
    assert digit.ends
    assert states.step(start, "+") is None
    assert start.steps["1"] is digit


def test_sets_that_are_equal_are_one() -> None:
    states = toy()
    start = states.start("sum")
    one, two = states.step(start, "1"), states.step(start, "2")
    assert one is two
    assert one is not None
    assert states.union(start, one) is states.union(one, start)


def test_what_follows_a_called_rule_is_known() -> None:
    assert toy().follow["sum"] == frozenset(")")


def test_an_origin_is_the_state_that_read_a_symbol() -> None:
    states = toy()
    start = states.start("sum")
    digit = states.step(start, "1")
    assert digit is not None
    origins = [states.origin(start, "1", member) for member in digit.members]
    assert all(origin is not None and origin[0] in start.members for origin in origins)
    assert states.origin(start, "x", next(iter(digit.members))) is None
