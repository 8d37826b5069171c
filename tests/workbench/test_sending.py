import json
from dataclasses import replace

import pytest

from k2bench.apis.kind import Context
from k2bench.core.environment import Environment
from k2bench.core.problem import ProblemKind, WorkbenchError
from k2bench.core.request import FormBody, Pair, RequestSpec, TextBody
from k2bench.core.secret import Secret
from k2bench.workbench.secrets import CLIENT_SECRET
from k2bench.workbench.sending import Plan, answer_of, plan
from k2bench.workbench.session import Session
from tests.apis.snapshots import snapshot
from tests.workbench.conftest import PATIENCE

DEV = Environment("1", "Dev", "https://h", "https://l/connect/token", "idt.cc.x")


def planned(spec: RequestSpec, environment: Environment = DEV) -> Plan:
    return plan(spec, environment)


def test_variables_are_expanded_and_the_url_finished() -> None:
    made = planned(RequestSpec("get", "{{odata}}/Set?$filter=Name eq 'C#'"))
    assert made.wire.url == "https://h/api/odatav4/v4/Set?$filter=Name%20eq%20'C%23'"
    assert made.wire.method == "GET"
    assert made.wants_token
    assert made.spec.url.startswith("{{odata}}")


def test_headers_and_bodies() -> None:
    headers = (Pair("Accept", "text/x"), Pair("X-{{host}}", "v"), Pair("Off", "1", enabled=False))
    made = planned(RequestSpec("POST", "https://h/", headers, TextBody('{"a": "{{host}}"}')))
    assert dict(made.wire.headers) == {
        "Accept": "text/x",
        "X-https://h": "v",
        "Content-Type": "application/json",
    }
    assert made.wire.body == b'{"a": "https://h"}'
    pairs = (Pair("a b", "1&2"), Pair("off", "", enabled=False), Pair("ü", ""))
    form = planned(RequestSpec("POST", "https://h/", body=FormBody(pairs)))
    assert form.wire.body == b"a+b=1%262&%C3%BC="
    assert form.wire.header("content-type") == "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("url", "headers", "note"),
    [
        ("https://other/", (), "https://other is not of this environment"),
        ("https://h:8443/", (), "https://h:8443 is not of this environment"),
        ("https://h/", (Pair("authorization", "Basic x"),), "Authorization header of its own"),
    ],
)
def test_the_token_goes_only_where_it_belongs(
    url: str, headers: tuple[Pair, ...], note: str
) -> None:
    made = planned(RequestSpec("GET", url, headers))
    assert not made.wants_token
    assert any(note in each for each in made.notes)


def test_credentials_never_travel_in_the_open() -> None:
    open_tenant = replace(DEV, tenant_url="http://h")
    for spec, environment in (
        (RequestSpec("GET", "http://h/"), open_tenant),
        (RequestSpec("GET", "http://other/", (Pair("Cookie", "a"),)), DEV),
    ):
        with pytest.raises(WorkbenchError) as caught:
            planned(spec, environment)
        assert caught.value.problem.kind is ProblemKind.POLICY
    assert not planned(RequestSpec("GET", "http://other/")).wants_token
    assert planned(
        RequestSpec("GET", "http://127.0.0.1/"), replace(DEV, tenant_url="http://127.0.0.1")
    )


def test_a_password_in_the_url_is_left_out_and_said() -> None:
    made = planned(RequestSpec("GET", "https://u:p@h/x"))
    assert made.wire.url == "https://h/x"
    assert "left out" in made.notes[0]


@pytest.mark.parametrize("url", ["", "h/x", "{{nope}}/x", "ftp://h"])
def test_what_cannot_be_sent_is_said(url: str) -> None:
    with pytest.raises(WorkbenchError):
        planned(RequestSpec("GET", url))


def test_the_main_road(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    spec = RequestSpec("GET", "{{odata}}/EmployeeSample?$top=2")
    answer = session.loop.run(lambda: session.send(spec, environment), PATIENCE)
    assert answer.snapshot.status == 200
    assert answer.kind == "OData"
    assert answer.problem is None
    assert len(json.loads(answer.snapshot.body[:])["value"]) == 2
    assert ("Authorization", "Bearer ****") in answer.snapshot.sent.headers
    assert answer.snapshot.request is spec


def test_a_failed_answer_is_explained(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    spec = RequestSpec("GET", "{{odata}}/Employee Sample")
    answer = session.loop.run(lambda: session.send(spec, environment), PATIENCE)
    assert answer.snapshot.status == 404
    assert answer.problem is not None
    assert "display name" in answer.problem.hint


def test_a_redirect_to_another_origin_drops_the_token(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    seen: list[bytes] = []

    def target(connection) -> None:  # type: ignore[no-untyped-def]
        seen.append(connection.request())
        connection.answer(b"{}", "Content-Type: application/json")

    other = serve(target)

    def first(connection) -> None:  # type: ignore[no-untyped-def]
        request = connection.request()
        if b"connect/token" in request:
            connection.answer(
                b'{"access_token":"tok-123456","expires_in":99}', "Content-Type: application/json"
            )
        else:
            seen.append(request)
            connection.answer(b"", f"Location: {other.url}/there", status="302 Found")

    here = serve(first)
    environment = Environment("e", "E", here.url, f"{here.url}/connect/token", "id", scope="")
    session.secrets.remember("e", CLIENT_SECRET, Secret("s3cret"))
    spec = RequestSpec("GET", f"{here.url}/x")
    answer = session.loop.run(lambda: session.send(spec, environment), PATIENCE)
    assert b"Bearer tok-123456" in seen[0]
    assert b"uthorization" not in seen[1]
    assert answer.snapshot.redirects[0].dropped == ("Authorization",)
    assert "left behind: Authorization" in answer.snapshot.notes[-1]
    assert "tok-123456" not in repr(answer)


def test_a_redirect_loop_ends(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    server = serve(lambda c: (c.request(), c.answer(b"", "Location: /x", status="302 Found")))
    spec = RequestSpec("GET", f"{server.url}/x")
    answer = session.loop.run(lambda: session.send(spec, Environment("", "")), PATIENCE)
    assert answer.snapshot.status == 302
    assert len(answer.snapshot.redirects) == 10


def test_no_secret_no_token_is_said(session: Session) -> None:
    with pytest.raises(WorkbenchError, match="no secret to get one with"):
        session.loop.run(lambda: session.send(RequestSpec("GET", "https://h/"), DEV), PATIENCE)


def test_a_kind_that_breaks_is_replaced_by_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    from k2bench.apis.odata.kind import ODataKind

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(ODataKind, "views", broken)
    answer = answer_of(snapshot(b"{}", OData_Version="4.0"), Context(DEV))
    assert answer.kind == "REST"
    assert answer.views
    assert "reading it as OData failed" in answer.snapshot.notes[-1]
