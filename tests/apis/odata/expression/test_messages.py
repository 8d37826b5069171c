import pytest

from k2bench.apis.odata.expression import ExpressionError, RuleName, parse
from tests.apis.odata.expression.examples import parsed


def _error(rule: RuleName, text: str) -> ExpressionError:
    with pytest.raises(ExpressionError) as error:
        parse(rule, text)
    return error.value


@pytest.mark.parametrize(
    ("rule", "text", "message"),
    [
        ("filter", "", "The text ends too early: expected a property, a value or a function"),
        ("filter", "Name e", "The text ends too early: expected an operator"),
        ("filter", "Name eq", "The text ends too early: expected a space"),
        ("filter", "Name eq 'x", "The text ends too early: expected a closing quote"),
        ("filter", "Name eq 1)", "Expected an operator or the end, found “)”"),
        ("filter", "(1", "The text ends too early: expected an operator or “)”"),
        ("filter", "1.", "The text ends too early: expected a digit"),
        ("filter", "cast(a,", "The text ends too early: expected a type"),
        ("filter", "f(x", "The text ends too early: expected “=”"),
        ("filter", "Color has ~", "Expected an enumeration member, found “~”"),
        ("orderby", "Name up", "Expected an operator or asc or desc, found “up”"),
        ("select", "Name, Other", "Expected * or a name, found “ ”"),
        ("expand", "*($top=1)", "Expected $levels, found “$top”"),
        ("expand", "Items($top=x)", "Expected a number, found “x”"),
        ("expand", "Items/$count($count=true)", "Expected $filter or $search, found “$count”"),
    ],
)
def test_messages_say_what_was_expected_in_plain_words(
    rule: RuleName, text: str, message: str
) -> None:
    assert str(_error(rule, text)) == message


def test_hints_name_the_usual_slips() -> None:
    assert "straight one" in _error("filter", "Name eq ‘x’").problem.hint
    assert "single quotes" in _error("filter", 'Name eq "x"').problem.hint
    assert "no blank" in _error("filter", " Name eq 1").problem.hint
    assert "no blank" in _error("orderby", "Name, Other").problem.hint
    assert _error("filter", "Name = 1").problem.hint == ""


def test_every_error_of_every_beginning_has_words() -> None:
    text = "Items(1)/any(i:i/a in (1,'b')) and cast(a,Edm.Int32) mul -b le {\"a\":[2020-01-01]} "
    for end in range(len(text)):
        if parsed("filter", text[:end] + "\n") is not None:
            assert _error("filter", text[:end] + "\n").expected
