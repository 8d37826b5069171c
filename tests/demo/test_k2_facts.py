"""Every verified fact about behaviour on the wire, by its name in resources/k2-facts.md.

This is the list to hold against the document; what each part of the tenant does in detail is
tested beside it.
"""

from __future__ import annotations

import base64
import re
from pathlib import Path
from urllib.parse import quote, quote_plus
from xml.etree import ElementTree

import httpx
import jwt
import pytest

from k2bench.demo.login import shared_secret
from tests.demo.running import API_SCOPE, SCIM_SCOPE, RunningTenant

FACTS = Path(__file__).parents[2] / "resources" / "k2-facts.md"
EDM = "{http://docs.oasis-open.org/odata/ns/edm}"


def error(answer: httpx.Response) -> str:
    """The code of a protocol error, which is all that the body holds."""
    assert answer.status_code == 400
    (code,) = answer.json().values()
    return str(code)


def basic(tenant: RunningTenant, client_id: str, secret: str) -> httpx.Response:
    pair = base64.b64encode(f"{client_id}:{secret}".encode()).decode()
    return tenant.http.post(
        tenant.start["token_url"],
        data={"grant_type": "client_credentials", "scope": API_SCOPE},
        headers={"Authorization": f"Basic {pair}"},
    )


def test_each_named_fact_has_its_test() -> None:
    named = re.findall(r"^- \[V\] \*\*([a-z0-9-]+)\*\*", FACTS.read_text("utf-8"), re.MULTILINE)
    assert len(set(named)) == len(named) > 40
    missing = [name for name in named if f"test_{name.replace('-', '_')}" not in globals()]
    assert missing == []


# --- The secret's hash ----------------------------------------------------------------------


def test_hash_is_padded_base64(tenant: RunningTenant) -> None:
    secret = "my secret value I am not sharing"
    assert tenant.client("consultant")["secret"] == secret
    assert shared_secret.matches(secret, "MuEzo1R7V3V2XQTZgL+jrXh/zCoOzsfuf72H444YDx0=")
    assert tenant.ask_token().status_code == 200


def test_hash_decides_by_length(tenant: RunningTenant) -> None:
    sha512 = (
        "vSsar3708Jvp9Szi2NWZZ02Bqp1qRCFpbcTZPdBhnWgs5WtNZKnvCXdhztmeD2cmW192CF5bDufKRpayrW/isg=="
    )
    assert shared_secret.matches("secret", sha512)
    assert error(tenant.ask_token("hex-hash")) == "invalid_client"  # 64 digits make 48 bytes


def test_wrong_hash_never_matches(tenant: RunningTenant) -> None:
    for name in ("hex-hash", "base64url-hash"):
        assert error(tenant.ask_token(name)) == "invalid_client"
    the_hash = "MuEzo1R7V3V2XQTZgL+jrXh/zCoOzsfuf72H444YDx0="
    assert error(tenant.ask_token(client_secret=the_hash)) == "invalid_client"


def test_id_and_secret_have_a_limit(tenant: RunningTenant) -> None:
    assert len(tenant.client("long-secret")["secret"]) > 100
    assert error(tenant.ask_token("long-secret")) == "invalid_client"
    assert error(tenant.ask_token(client_id="i" * 101)) == "invalid_client"


def test_blanks_count(tenant: RunningTenant) -> None:
    secret = tenant.client("consultant")["secret"]
    for changed in (secret + " ", secret + "\n", " " + secret):
        assert error(tenant.ask_token(client_secret=changed)) == "invalid_client"


# --- Onboarding -----------------------------------------------------------------------------


def test_client_id_and_endpoint(tenant: RunningTenant) -> None:
    assert all(client["id"].startswith("idt.cc.") for client in tenant.start["clients"])
    assert re.search(r"/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/connect/token$",
                     tenant.start["token_url"])  # fmt: skip


def test_scopes(tenant: RunningTenant) -> None:
    assert tenant.ask_token(scope="https://api.k2.com/").status_code == 200
    assert error(tenant.ask_token(scope="https://api.k2.com")) == "invalid_scope"
    assert tenant.ask_token(scope="https://scim.onk2.com/write").status_code == 200


def test_both_client_styles(tenant: RunningTenant) -> None:
    client = tenant.client("consultant")
    assert tenant.ask_token().status_code == 200
    answer = basic(tenant, quote_plus(client["id"]), quote_plus(client["secret"]))
    assert answer.status_code == 200


def test_discovery_under_the_tenant(tenant: RunningTenant) -> None:
    url = tenant.start["login"] + "/.well-known/openid-configuration"
    assert tenant.http.get(url).json()["token_endpoint"] == tenant.start["token_url"]


# --- Token endpoint -------------------------------------------------------------------------


def test_errors_are_400(tenant: RunningTenant) -> None:
    for changes in ({"client_id": "x"}, {"grant_type": "x"}, {"scope": "x"}):
        answer = tenant.ask_token(**changes)
        assert answer.status_code == 400
        assert list(answer.json()) == ["error"]


def test_order_of_checks(tenant: RunningTenant) -> None:
    wrong = {"client_secret": "x", "grant_type": "x", "scope": "x"}
    assert error(tenant.http.get(tenant.start["token_url"])) == "invalid_request"
    assert error(tenant.ask_token("browser-only", **wrong)) == "invalid_client"
    del wrong["client_secret"]
    assert error(tenant.ask_token("browser-only", **wrong)) == "unsupported_grant_type"
    del wrong["grant_type"]
    assert error(tenant.ask_token("browser-only", **wrong)) == "unauthorized_client"
    for scope in ("x", "openid", "profile", "offline_access", "HTTPS://api.k2.com/"):
        assert error(tenant.ask_token(scope=scope)) == "invalid_scope"


def test_wrong_path_is_404(tenant: RunningTenant) -> None:
    answer = tenant.http.post(tenant.start["login"] + "/connect", data={"a": "b"})
    assert answer.status_code == 404
    assert "json" not in answer.headers["content-type"]


def test_no_scope_means_all(tenant: RunningTenant) -> None:
    assert tenant.ask_token(scope=None).json()["scope"].split() == [API_SCOPE, SCIM_SCOPE]


def test_basic_header_is_decoded(tenant: RunningTenant) -> None:
    client = tenant.client("odd-secret")
    assert "+" in client["secret"]
    assert error(basic(tenant, client["id"], client["secret"])) == "invalid_client"
    assert basic(tenant, client["id"], quote_plus(client["secret"])).status_code == 200


def test_token_answer(tenant: RunningTenant) -> None:
    answer = tenant.ask_token()
    body = answer.json()
    assert set(body) == {"access_token", "expires_in", "token_type", "scope"}
    assert (body["expires_in"], body["token_type"]) == (3600, "Bearer")
    assert "no-store" in answer.headers["cache-control"]


def test_token_claims(tenant: RunningTenant) -> None:
    header = jwt.get_unverified_header(tenant.token())
    assert header["alg"] == "RS256"
    assert header["typ"] == "at+jwt"
    assert header["kid"]
    claims = jwt.decode(tenant.token(), options={"verify_signature": False})
    assert set(claims) == {"iss", "aud", "exp", "nbf", "iat", "jti", "client_id", "scope"}
    assert isinstance(claims["scope"], list)


def test_opaque_tokens(tenant: RunningTenant) -> None:
    body = tenant.ask_token("opaque").json()
    assert "." not in body["access_token"]
    assert body["expires_in"] == 3600


def test_issuer_without_slash(tenant: RunningTenant) -> None:
    url = tenant.start["login"] + "/.well-known/openid-configuration"
    document = tenant.http.get(url).json()
    assert not document["issuer"].endswith("/")
    assert document["token_endpoint"].startswith(document["issuer"] + "/")


def test_scope_may_be_hidden(tenant: RunningTenant) -> None:
    url = tenant.start["login"] + "/.well-known/openid-configuration"
    assert SCIM_SCOPE not in tenant.http.get(url).json()["scopes_supported"]
    assert tenant.ask_token(scope=SCIM_SCOPE).status_code == 200


# --- OData ----------------------------------------------------------------------------------


def test_odata_base_urls(tenant: RunningTenant) -> None:
    assert tenant.start["odata"].endswith("/api/odatav4/v4/")
    assert tenant.start["odata_v3"].endswith("/api/odata/v3/")
    for base in (tenant.start["odata"], tenant.start["odata_v3"]):
        assert tenant.http.get(base, headers=tenant.bearer()).status_code == 200


def test_v3_only_lists(tenant: RunningTenant) -> None:
    url = tenant.start["odata_v3"] + "EmployeeSample"
    assert tenant.http.get(url, headers=tenant.bearer()).status_code == 200
    assert tenant.http.post(url, json={}, headers=tenant.bearer()).status_code == 405


def test_verbs(fresh: RunningTenant) -> None:
    created = fresh.odata("EmployeeSample", "POST", json={"FirstName": "Mary"})
    assert created.status_code == 201
    path = f"EmployeeSample({created.json()['ID']})"
    assert fresh.odata(path, "PUT", json={"LastName": "Jackson"}).status_code == 204
    assert fresh.odata(path).json()["LastName"] == "Jackson"
    assert fresh.odata("EmployeeSample?$top=1").status_code == 200
    promoted = {"ID": created.json()["ID"], "JobLevel": "Lead"}
    assert fresh.odata("EmployeeSample/Promote", "POST", json=promoted).status_code == 200
    assert fresh.odata(path, "DELETE").status_code == 204


def test_system_names(tenant: RunningTenant) -> None:
    titles = {entry["name"]: entry["title"] for entry in tenant.odata().json()["value"]}
    assert titles["OData_2024Budget"] == "2024 Budget"
    assert tenant.odata("OData_2024Budget").status_code == 200
    assert tenant.odata(quote("2024 Budget")).status_code == 404


def test_service_document(tenant: RunningTenant) -> None:
    names = [entry["name"] for entry in tenant.odata().json()["value"]]
    assert {"EmployeeSample", "testsmartboxsmoes"} <= set(names)


def test_metadata_on_the_base_url(tenant: RunningTenant) -> None:
    document = ElementTree.fromstring(tenant.odata("$metadata").content)
    assert next(document.iter(f"{EDM}Property")).get("Type") == "Edm.Int64"
    for action in document.iter(f"{EDM}Action"):
        names = [parameter.get("Name") for parameter in action.iter(f"{EDM}Parameter")]
        assert names == ["bindingParameter"]
    assert tenant.odata("EmployeeSample/$metadata").status_code == 404


def test_nothing_published_by_default(faulty: RunningTenant) -> None:
    faulty.set_fault("nothing_published")
    answer = faulty.odata()
    assert (answer.status_code, answer.json()["value"]) == (200, [])


def test_publishing_takes_time(fresh: RunningTenant) -> None:
    answer = fresh.control("publish", "POST", json={"smartobject": "TravelExpenses"})
    assert answer.json()["delay"] == 30
    assert fresh.odata("TravelExpenses").status_code == 404
    url = fresh.start["odata"].replace("odatav4/v4/", "odata/op/refresh")
    fresh.http.get(url, headers=fresh.bearer())
    assert fresh.odata("TravelExpenses").status_code == 200


def test_record_limit(tenant: RunningTenant) -> None:
    for base, mark in ((tenant.start["odata"], "@odata."), (tenant.start["odata_v3"], "odata.")):
        body = tenant.http.get(base + "EmployeeSample", headers=tenant.bearer()).json()
        assert len(body["value"]) == 1000
        assert body[f"{mark}nextLink"]


def test_key_types(tenant: RunningTenant) -> None:
    guid = tenant.odata("PurchaseRequests?$top=1").json()["value"][0]["Request_ID"]
    for path in ("EmployeeSample(1)", "OData_2024Budget(1.10)", "Suppliers('SUP-0001')",
                 f"PurchaseRequests({guid})"):  # fmt: skip
        assert tenant.odata(path).status_code == 200
    document = ElementTree.fromstring(tenant.odata("$metadata").content)
    for entity_type in document.iter(f"{EDM}EntityType"):
        first = next(entity_type.iter(f"{EDM}Property"))
        assert next(entity_type.iter(f"{EDM}PropertyRef")).get("Name") == first.get("Name")


def test_employee_sample(tenant: RunningTenant) -> None:
    row = tenant.odata("EmployeeSample?$top=1").json()["value"][0]
    expected = {"ID", "FirstName", "LastName", "HireDate", "DepartmentCode", "JobLevel"}
    assert expected <= set(row)


# --- Workflow REST --------------------------------------------------------------------------


def test_workflow_base_url(tenant: RunningTenant) -> None:
    base = tenant.start["workflow"]
    assert base.endswith("/api/workflow/v1")
    for path in ("/api/workflow/preview/tasks", "/API/WORKFLOW/V1/TASKS"):
        url = base.replace("/api/workflow/v1", path)
        assert tenant.http.get(url, headers=tenant.bearer()).status_code == 200


def test_swagger(tenant: RunningTenant) -> None:
    assert tenant.workflow("docs").json()["swagger"] == "2.0"


@pytest.mark.parametrize(
    "path",
    [
        "tasks", "tasks?state=Available", "tasks/8163_16", "tasks/8163_16/actions", "workflows",
        "workflows?type=startable", "workflows/41", "workflows/41/schema", "serverEvents/8163_16",
    ],
)  # fmt: skip
def test_workflow_reads(tenant: RunningTenant, path: str) -> None:
    assert tenant.workflow(path).status_code == 200


def test_task_actions(fresh: RunningTenant) -> None:
    def act(action: str, **arguments: object) -> int:
        path = f"tasks/8163_16/actions/{action}"
        return fresh.workflow(path, "POST", **arguments).status_code

    assert act("assign") == 204
    assert act("release") == 204
    assert act("sleep", json={"SleepFor": 60}) == 204
    assert act("wake") == 204
    assert act("sleep", json={"SleepUntil": "2999-01-01T00:00:00Z"}) == 204
    assert act("wake") == 204
    assert act("delegate", json={"DelegateTo": "K2:DENALLIX\\ada"}) == 400
    assert act("redirect", json={"RedirectTo": "K2:DENALLIX\\ada"}) == 204


def test_custom_actions(fresh: RunningTenant) -> None:
    body = {"dataFields": {}, "xmlFields": [], "itemReferences": {}}
    path = "tasks/8163_16/actions/Ask%20for%20Changes"
    assert fresh.workflow(path, "POST", json=body).status_code == 204
    assert fresh.workflow("tasks/8163_16").status_code == 404


def test_start_a_workflow(fresh: RunningTenant) -> None:
    for body in ({}, {"folio": "F", "priority": 1, "expectedDuration": 60, "dataFields": {},
                      "xmlFields": [], "itemReferences": {}}):  # fmt: skip
        answer = fresh.workflow("workflows/41", "POST", json=body)
        assert answer.status_code in (200, 201)
        assert isinstance(answer.json(), int)


def test_workflow_lists(tenant: RunningTenant) -> None:
    for name in ("tasks", "workflows"):
        body = tenant.workflow(name).json()
        assert set(body) == {"itemCount", name}
        assert body["itemCount"] == len(body[name]) > 0
    fields = {"id", "defaultVersionId", "name", "folder", "systemName"}
    assert set(tenant.workflow("workflows").json()["workflows"][0]) == fields


def test_task_shape(tenant: RunningTenant) -> None:
    task = tenant.workflow("tasks/8163_16").json()
    assert list(task) == [
        "serialNumber", "status", "taskStartDate", "priority", "formURL", "viewFlowURL",
        "workflowDisplayName", "workflowInstanceID", "workflowInstanceFolio", "activityName",
        "eventName", "originator", "actions", "instruction",
    ]  # fmt: skip
    assert re.fullmatch(r"[0-9-]{10}T[0-9:]{8}\.[0-9]{3}", task["taskStartDate"])
    assert set(task["originator"]) == {"username", "fqn", "email", "manager", "displayName"}
    offered = {
        entry["status"]: entry["actions"]["systemActions"]
        for entry in tenant.workflow("tasks").json()["tasks"]
    }
    assert "Allocate" in offered["Available"]
    assert "Release" in offered["Open"]


def test_workflow_schema(tenant: RunningTenant) -> None:
    assert set(tenant.workflow("workflows/41/schema").json()["properties"]) == {
        "folio", "priority", "expectedDuration", "dataFields", "xmlFields", "itemReferences",
    }  # fmt: skip


def test_workflow_error(tenant: RunningTenant) -> None:
    assert tenant.workflow("tasks/1_1").json() == {
        "Message": "Task could not be retrieved. Either access denied or not found."
    }


def test_account(fresh: RunningTenant) -> None:
    instance = fresh.workflow("workflows/41", "POST", json={}).json()
    tasks = fresh.workflow("tasks").json()["tasks"]
    (started,) = (task for task in tasks if task["workflowInstanceID"] == instance)
    assert started["originator"]["fqn"] == "K2SQL:ClientCredentialsApp"
    nothing = fresh.workflow("tasks", client="no-tasks")
    assert (nothing.status_code, nothing.json()) == (200, {"itemCount": 0, "tasks": []})


# --- SCIM -----------------------------------------------------------------------------------


def test_scim_path_token(tenant: RunningTenant) -> None:
    assert re.search(r"/tokens/[^/]+/scim/v2$", tenant.start["scim"])
    assert tenant.start["scim"].split("/")[2] != tenant.start["odata"].split("/")[2]
    assert tenant.scim("Users?count=1").status_code == 200
    assert tenant.http.get(tenant.start["scim"] + "/Users").status_code == 401


def test_scim_config_is_open(tenant: RunningTenant) -> None:
    origin = tenant.start["scim"].split("/tokens/")[0]
    url = f"{origin}/scim/v2/ServiceProviderConfig"
    assert tenant.http.get(url).status_code == 200


def test_scim_statuses(fresh: RunningTenant) -> None:
    kind = {"Content-Type": "application/scim+json"}
    user = {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "n@x.example"}
    created = fresh.scim("Users", "POST", json=user, headers=kind)
    assert created.status_code == 201
    assert fresh.scim("Users", "POST", json=user, headers=kind).status_code == 409
    assert fresh.scim("Users", "POST", json={}, headers=kind).status_code == 400
    assert fresh.scim(f"Users/{created.json()['id']}").status_code == 200
    assert fresh.scim("Users/nobody").status_code == 404


def test_scim_cap(tenant: RunningTenant) -> None:
    body = tenant.scim("Users?count=500").json()
    assert (body["totalResults"], len(body["Resources"])) == (300, 100)
    (group,) = tenant.scim('Groups?filter=displayName eq "All Employees"').json()["Resources"]
    assert len(group["members"]) == 100
