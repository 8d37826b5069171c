from __future__ import annotations

import pytest

from tests.demo.check_scim import check
from tests.demo.running import RunningTenant

SCIM = {"Content-Type": "application/scim+json"}
USER = "urn:ietf:params:scim:schemas:core:2.0:User"


def test_lists_are_capped_and_paged(tenant: RunningTenant) -> None:
    body = tenant.scim("Users").json()
    assert (body["totalResults"], body["itemsPerPage"], body["startIndex"]) == (300, 100, 1)
    assert tenant.scim("Users?count=1000").json()["itemsPerPage"] == 100
    last = tenant.scim("Users?startIndex=291&count=50").json()
    assert last["itemsPerPage"] == 10
    names = [
        user["userName"]
        for start in (1, 101, 201)
        for user in tenant.scim(f"Users?startIndex={start}").json()["Resources"]
    ]
    assert len(set(names)) == 300


def test_members_are_capped(tenant: RunningTenant) -> None:
    (group,) = tenant.scim('Groups?filter=displayName eq "All Employees"').json()["Resources"]
    assert len(group["members"]) == 100
    assert len(tenant.scim(f"Groups/{group['id']}").json()["members"]) == 100


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('userName sw "ada."', 1),
        ("active eq false", 30),
        ('name.familyName co "love" and active eq true', 1),
        ("not (userName pr)", 0),
        ('emails[type eq "work" and value ew ".example"]', 300),
    ],
)
def test_filters(tenant: RunningTenant, text: str, count: int) -> None:
    assert tenant.scim("Users", params={"filter": text}).json()["totalResults"] == count


def test_a_bad_filter_is_a_scim_error(tenant: RunningTenant) -> None:
    answer = tenant.scim("Users", params={"filter": "userName eq"})
    assert answer.status_code == 400
    assert answer.json()["scimType"] == "invalidFilter"
    assert answer.json()["status"] == "400"


def test_create_conflict_etag_patch_delete(fresh: RunningTenant) -> None:
    user = {"schemas": [USER], "userName": "new@denallix.example"}
    created = fresh.scim("Users", "POST", json=user, headers=SCIM)
    assert created.status_code == 201
    assert fresh.scim("Users", "POST", json=user, headers=SCIM).status_code == 409
    assert fresh.scim("Users", "POST", json={"schemas": [USER]}, headers=SCIM).status_code == 400
    assert created.json()["id"] == fresh.scim("Users?count=1").json()["Resources"][0]["id"]
    path = f"Users/{created.json()['id']}"
    patch = {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
        "Operations": [{"op": "replace", "path": "displayName", "value": "New"}],
    }
    etag = created.json()["meta"]["version"]
    patched = fresh.scim(path, "PATCH", json=patch, headers=SCIM | {"If-Match": etag})
    assert patched.status_code == 204
    assert fresh.scim(path).json()["displayName"] == "New"
    patch["Operations"][0]["value"] = "Newer"  # type: ignore[index]
    stale = fresh.scim(path, "PATCH", json=patch, headers=SCIM | {"If-Match": etag})
    assert stale.status_code == 412
    assert fresh.scim(path, "DELETE").status_code == 204
    assert fresh.scim(path).status_code == 404


def test_scim2_tester_finds_no_fault(fresh: RunningTenant) -> None:
    results = check(fresh)
    assert len(results) > 100
    assert [r for r in results if r.status.name in ("ERROR", "CRITICAL")] == []
