import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.querying.masking import masked


@pytest.mark.parametrize(
    ("text", "mask"),
    [
        ("Price gt {{n}}", "Price gt 11111"),
        ("Name eq '{{n}}'", "Name eq '{{n}}'"),
        ("Name eq 'it''s {{n}}' or a eq {{b}}", "Name eq 'it''s {{n}}' or a eq 11111"),
        ("substringof('x',Name)", "substringof('x',Name)"),
    ],
)
def test_variables_look_like_numbers(text: str, mask: str) -> None:
    assert masked(text) == mask


@pytest.mark.parametrize(
    ("text", "mask"),
    [
        ("D ge datetime'2020'", "D ge 'xxxxxxxx2020'"),
        ("D ge DateTimeOffset'2020'", "D ge 'xxxxxxxxxxxxxx2020'"),
        ("I eq guid'0'", "I eq 'xxxx0'"),
        ("N eq 5L and M eq 1.5m", "N eq 55 and M eq 1.55"),
        ("A5L eq 5", "A5L eq 5"),
        ("N eq '5L guid'", "N eq '5L guid'"),
        ("substringof('x',Name)", "contains(   'x',Name)"),
    ],
)
def test_literals_of_odata_3_look_like_those_of_4(text: str, mask: str) -> None:
    assert masked(text, Dialect.V3) == mask


@given(st.text("{}'ab1L5gudX (,)", max_size=40), st.sampled_from(Dialect))
def test_a_mask_is_as_long_as_the_text(text: str, dialect: Dialect) -> None:
    assert len(masked(text, dialect)) == len(text)
