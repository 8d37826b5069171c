from __future__ import annotations

from xml.etree import ElementTree

from k2bench.demo.odata.metadata import metadata_document
from k2bench.demo.odata.smartobjects import CATALOGUE
from tests.demo.running import RunningTenant

EDM = "{http://docs.oasis-open.org/odata/ns/edm}"


def test_every_set_has_its_type_and_key() -> None:
    root = ElementTree.fromstring(metadata_document(CATALOGUE).encode())
    types = {entry.get("Name"): entry for entry in root.iter(f"{EDM}EntityType")}
    sets = {entry.get("Name"): entry.get("EntityType") for entry in root.iter(f"{EDM}EntitySet")}
    assert set(types) == set(sets) == {entry.name for entry in CATALOGUE}
    for name, entity_type in types.items():
        (reference,) = entity_type.iter(f"{EDM}PropertyRef")
        properties = {p.get("Name"): p for p in entity_type.iter(f"{EDM}Property")}
        assert properties[reference.get("Name")].get("Nullable") == "false"
        assert sets[name] == f"K2.SmartObjects.{name}"


def test_it_describes_what_is_sent(tenant: RunningTenant) -> None:
    root = ElementTree.fromstring(tenant.odata("$metadata").content)
    for entity_type in root.iter(f"{EDM}EntityType"):
        name = entity_type.get("Name")
        if name == "LegacyContracts":
            continue
        row = tenant.odata(f"{name}?$top=1").json()["value"][0]
        assert list(row) == [p.get("Name") for p in entity_type.iter(f"{EDM}Property")]


def test_methods_are_listed_without_their_inputs(tenant: RunningTenant) -> None:
    root = ElementTree.fromstring(tenant.odata("$metadata").content)
    actions = {action.get("Name"): action for action in root.iter(f"{EDM}Action")}
    assert {"Promote", "ListByDepartment", "Approve"} <= set(actions)
    (only,) = actions["Promote"].iter(f"{EDM}Parameter")
    assert only.get("Name") == "bindingParameter"
