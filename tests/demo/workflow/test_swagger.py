from __future__ import annotations

from k2bench.demo.workflow.swagger import swagger_document
from tests.demo.running import RunningTenant


def test_it_names_every_operation(tenant: RunningTenant) -> None:
    document = tenant.workflow("docs").json()
    assert document["swagger"] == "2.0"
    assert tenant.start["workflow"] == f"http://{document['host']}{document['basePath']}"
    paths = document["paths"]
    for name in ("assign", "release", "wake", "sleep", "redirect", "{actionName}"):
        assert "post" in paths[f"/tasks/{{serialNo}}/actions/{name}"]
    assert "post" in paths["/workflows/41"]
    assert "/workflows/57" not in paths


def test_references_have_definitions() -> None:
    document = swagger_document("host", "/base")
    for path in ("/workflows/41", "/workflows/42"):
        (body,) = document["paths"][path]["post"]["parameters"]
        name = body["schema"]["$ref"].removeprefix("#/definitions/")
        assert name in document["definitions"]
