from k2bench.apis.odata.expression.automaton import expected_after
from k2bench.apis.odata.expression.expected import Expected, Kind


def _expected(rule: str, beginning: str) -> Expected:
    found = expected_after(rule, beginning)
    assert found is not None
    return found


def test_an_operand_may_be_nearly_anything() -> None:
    expected = _expected("filter", "a eq ")
    assert {Kind.NAME, Kind.VALUE, Kind.FUNCTION, Kind.VARIABLE} <= expected.kinds
    assert "length" in expected.words


def test_after_an_operand_come_operators_signs_and_the_end() -> None:
    expected = _expected("filter", "a")
    assert {Kind.OPERATOR, Kind.END} <= expected.kinds
    assert {"/", "("} <= set(expected.signs)


def test_inside_a_literal_only_its_rest_is_left() -> None:
    assert _expected("filter", "01234567-89").rests == ("the rest of a GUID",)
    assert _expected("filter", "'a").kinds == {Kind.STRING}


def test_an_enumeration_value_wants_its_members() -> None:
    assert Kind.ENUM_MEMBER in _expected("filter", "a has X.Y'").kinds
