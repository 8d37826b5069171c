from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.demo.running import API_SCOPE, SCIM_SCOPE, RunningTenant


def test_an_unknown_path_is_an_html_404(tenant: RunningTenant) -> None:
    for path in ("/", "/connect/token", "/api/odatav4/", "/api/odatav4/v5/"):
        answer = tenant.http.get(tenant.start["odata"].split("/api/")[0] + path)
        assert answer.status_code == 404
        assert answer.headers["content-type"].startswith("text/html")


SEGMENTS = st.sampled_from(
    ["EmployeeSample", "EmployeeSample(1)", "Suppliers('x')", "$metadata", "$count", "Promote",
     "tasks", "8163_16", "actions", "sleep", "workflows", "41", "schema", "Users", "Groups",
     ".search", "Me", "connect", "token", "%2F", "%00", "%ff", "(", ")", "", "..", "é", "'"]
)  # fmt: skip
QUERIES = st.sampled_from(
    ["", "?$filter=", "?$filter=ID%20eq%201", "?$top=x", "?$skiptoken=AAAA", "?$format=json",
     "?state=x", "?filter=userName%20eq", "?count=-1", "?startIndex=x", "?a=%ff", "?&&=", "?$"]
)  # fmt: skip
BODIES = st.sampled_from([None, b"", b"{", b"{}", b"[]", b'{"ID": "x"}', b'{"a": NaN}', b"\xff"])


@settings(max_examples=200, suppress_health_check=list(HealthCheck))
@given(
    base=st.sampled_from(["odata", "odata_v3", "workflow", "scim", "login", "control"]),
    segments=st.lists(SEGMENTS, max_size=4),
    query=QUERIES,
    method=st.sampled_from(["GET", "HEAD", "POST", "PATCH", "OPTIONS"]),
    kind=st.sampled_from(["application/json", "application/x-www-form-urlencoded", "x"]),
    body=BODIES,
)
def test_no_request_is_an_accident(
    tenant: RunningTenant,
    base: str,
    segments: list[str],
    query: str,
    method: str,
    kind: str,
    body: bytes | None,
) -> None:
    url = f"{tenant.start[base].rstrip('/')}/{'/'.join(segments)}{query}"
    token = tenant.bearer(scope=SCIM_SCOPE if base == "scim" else API_SCOPE)
    headers = token if base != "control" else {"Authorization": "Bearer x"}
    answer = tenant.http.request(
        method, url, headers=headers | {"Content-Type": kind}, content=body
    )
    assert answer.status_code != 500


def test_another_tenants_guid_is_not_here(tenant: RunningTenant) -> None:
    url = tenant.start["token_url"].replace(tenant.start["login"][-12:], "000000000000")
    assert tenant.http.post(url, data={"grant_type": "client_credentials"}).status_code == 404
