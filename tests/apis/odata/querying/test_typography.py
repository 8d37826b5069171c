import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.querying.typography import mended
from tests.apis.odata.querying.filters import filters


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Name eq ‘Milk’", "Name eq 'Milk'"),
        ("Name eq “Milk”", "Name eq 'Milk'"),
        ("Name eq „Milch“ or a eq «b»", "Name eq 'Milch' or a eq 'b'"),
        ("Name eq ‚Milch‘", "Name eq 'Milch'"),
        ("Name eq ‘O’Neil’", "Name eq 'O''Neil'"),
        ("Name eq ‘O’’Neil’", "Name eq 'O''Neil'"),
        ("Name eq ‘O'Neil’", "Name eq 'O''Neil'"),
        ("Name eq “O’Neil”", "Name eq 'O’Neil'"),
        ("Name eq “it's”", "Name eq 'it''s'"),
        ("contains(Name,‘a’)", "contains(Name,'a')"),
        ("Name eq ‘’", "Name eq ''"),
        ("Name eq 'Milk’", "Name eq 'Milk'"),
        ("Name eq ‘Milk'", "Name eq 'Milk'"),
        ("Name eq `Milk´", "Name eq 'Milk'"),
        ("T eq duration‘P1D’", "T eq duration'P1D'"),
        ("Name\u00a0eq 'a'\u202fand x eq –5", "Name eq 'a' and x eq -5"),
        ("Date gt 2024–01—01\u200b", "Date gt 2024-01-01"),
        ("Name eq ‘a – b’", "Name eq 'a – b'"),
    ],
)
def test_a_pasted_text_is_mended(text: str, new: str) -> None:
    assert mended(text) == new
    assert mended(new) is None


@pytest.mark.parametrize(
    "text",
    ["", "Name eq 'Milk'", "Name eq '‘a’ – “b”\u00a0c'", "Name eq 'it''s – ’'", "Größe gt 5", "'a"],
)
def test_there_is_nothing_to_mend(text: str) -> None:
    assert mended(text) is None


@given(filters)
def test_a_filter_with_round_quotes_is_the_same_again(text: str) -> None:
    assert mended(text) is None
    plain = text.replace("'O''Neil'", "'x'").replace("')('", "'y'")
    values = plain.split("'")
    round_text = "".join(
        value + ("" if at == len(values) - 1 else "’" if at % 2 else "‘")
        for at, value in enumerate(values)
    )
    assert (mended(round_text) or round_text) == plain


@given(st.text("a '’‘“”–\u00a0\u200b(),", max_size=20))
def test_whatever_is_pasted_does_no_harm(text: str) -> None:
    new = mended(text)
    assert new is None or new != text


def test_many_quotes_that_nothing_closes_are_no_trap() -> None:
    assert mended("‘a" * 50_000) == "'a" * 50_000
