from __future__ import annotations

from typing import Any

import pytest

from tests.demo.running import RunningTenant


def post(tenant: RunningTenant, content: bytes, kind: str = "application/json") -> Any:
    return tenant.odata("EmployeeSample", "POST", content=content, headers={"Content-Type": kind})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"5",
        b'{"\\ud800": 1}',
        b'{"FirstName": "\\ud800"}',
        b'{"Salary": NaN}',
        b'{"FirstName": "\xff"}',
        b"[" * 200_000,
    ],
)
def test_what_is_no_json_object(tenant: RunningTenant, content: bytes) -> None:
    answer = post(tenant, content)
    assert answer.status_code == 400
    assert set(answer.json()["error"]) == {"code", "message"}


def test_another_content_type_and_too_large_a_body(tenant: RunningTenant) -> None:
    assert post(tenant, b"<a/>", "application/xml").status_code == 415
    assert post(tenant, b"{}", "").status_code == 415
    assert post(tenant, b" " * 5_000_000).status_code == 413


def test_unknown_properties_are_named(tenant: RunningTenant) -> None:
    answer = post(tenant, b'{"Nope": 1}')
    assert answer.status_code == 400
    assert "Nope" in answer.json()["error"]["message"]
