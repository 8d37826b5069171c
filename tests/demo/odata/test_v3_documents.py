from __future__ import annotations

from xml.etree import ElementTree

from tests.demo.running import RunningTenant

APP = "{http://www.w3.org/2007/app}"
ATOM = "{http://www.w3.org/2005/Atom}"
EDM = "{http://schemas.microsoft.com/ado/2009/11/edm}"


def test_the_service_document_is_atom(tenant: RunningTenant) -> None:
    url = tenant.start["odata_v3"]
    answer = tenant.http.get(url, headers=tenant.bearer())
    assert answer.headers["content-type"].startswith("application/atomsvc+xml")
    root = ElementTree.fromstring(answer.content)
    assert root.get("{http://www.w3.org/XML/1998/namespace}base") == url
    names = [entry.get("href") for entry in root.iter(f"{APP}collection")]
    assert "EmployeeSample" in names
    assert [entry.text for entry in root.iter(f"{ATOM}title")][1:] == names


def test_or_json_when_asked_for(tenant: RunningTenant) -> None:
    url = tenant.start["odata_v3"]
    for target, headers in ((url, {"Accept": "application/json"}), (url + "?$format=json", {})):
        body = tenant.http.get(target, headers=tenant.bearer() | headers).json()
        assert {"name": "EmployeeSample", "url": "EmployeeSample"} in body["value"]


def test_metadata_has_the_types_of_v3(tenant: RunningTenant) -> None:
    answer = tenant.http.get(tenant.start["odata_v3"] + "$metadata", headers=tenant.bearer())
    root = ElementTree.fromstring(answer.content)
    types = {p.get("Name"): p.get("Type") for p in root.iter(f"{EDM}Property")}
    assert types["HireDate"] == "Edm.DateTime"
    assert types["Opens_At"] == "Edm.Time"
