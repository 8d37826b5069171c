from __future__ import annotations

from tests.demo.running import RunningTenant


def test_it_tells_system_and_display_names(tenant: RunningTenant) -> None:
    entries = {entry["name"]: entry for entry in tenant.odata().json()["value"]}
    assert entries["OData_2024Budget"] == {
        "name": "OData_2024Budget",
        "title": "2024 Budget",
        "kind": "EntitySet",
        "url": "OData_2024Budget",
    }
    assert "TravelExpenses" not in entries
    assert "LegacyContracts" in entries
