from __future__ import annotations

from tests.demo.running import RunningTenant


def test_every_answer_names_its_version(tenant: RunningTenant) -> None:
    for path in ("", "$metadata", "EmployeeSample?$top=1", "EmployeeSample(1)", "Nope"):
        assert tenant.odata(path).headers["odata-version"] == "4.0"


def test_an_error_has_code_and_message_only(tenant: RunningTenant) -> None:
    body = tenant.odata("Nope").json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message"}
