from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.keys import key_predicate, parse_key
from k2bench.demo.odata.smartobjects.budget_2024 import BUDGET_2024
from k2bench.demo.odata.smartobjects.employee_sample import EMPLOYEE_SAMPLE
from k2bench.demo.odata.smartobjects.purchase_requests import PURCHASE_REQUESTS
from k2bench.demo.odata.smartobjects.suppliers import SUPPLIERS

GUID = "6f1d2c3b-4a59-4e68-9b7a-0c1d2e3f4a5b"


def test_each_type_of_key() -> None:
    assert parse_key("5", EMPLOYEE_SAMPLE) == 5
    assert parse_key("ID=5", EMPLOYEE_SAMPLE) == 5
    assert parse_key("1.1", BUDGET_2024) == 110
    assert parse_key(GUID.upper(), PURCHASE_REQUESTS) == GUID
    assert parse_key("'O''B=x'", SUPPLIERS) == "O'B=x"


@pytest.mark.parametrize(
    ("text", "smartobject", "status"),
    [
        ("", EMPLOYEE_SAMPLE, 400),
        ("'5'", EMPLOYEE_SAMPLE, 400),
        ("Code=5", EMPLOYEE_SAMPLE, 400),
        ("99999999999999999999", EMPLOYEE_SAMPLE, 400),
        ("1e1", BUDGET_2024, 400),
        ("1.101", BUDGET_2024, 404),
        (f"guid'{GUID}'", PURCHASE_REQUESTS, 400),
        ("'O'B'", SUPPLIERS, 400),
        ("SUP-0001", SUPPLIERS, 400),
    ],
)
def test_wrong_keys(text: str, smartobject: object, status: int) -> None:
    with pytest.raises(ODataError) as refusal:
        parse_key(text, smartobject)  # type: ignore[arg-type]
    assert refusal.value.status == status


@given(key=st.text())
def test_a_text_key_survives_its_url(key: str) -> None:
    predicate = unquote(key_predicate(key, SUPPLIERS))
    assert parse_key(predicate[1:-1], SUPPLIERS) == key


@given(key=st.integers(-(10**17), 10**17))
def test_a_decimal_key_survives_its_url(key: int) -> None:
    assert parse_key(key_predicate(key, BUDGET_2024)[1:-1], BUDGET_2024) == key
