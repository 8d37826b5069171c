import json
from dataclasses import replace

import pytest

from k2bench.apis.kind import Context
from k2bench.core.environment import Environment, SecretKind
from k2bench.core.problem import WorkbenchError
from k2bench.core.request import RequestSpec
from k2bench.core.secret import Secret
from k2bench.workbench.sending import answer_of
from k2bench.workbench.session import Session
from tests.apis.snapshots import snapshot
from tests.workbench.conftest import DEV, send


def test_the_main_road(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    spec = RequestSpec("GET", "{{odata}}/EmployeeSample?$top=2")
    answer = send(session, spec, environment)
    assert answer.snapshot.status == 200
    assert answer.kind == "OData"
    assert answer.problem is None
    assert len(json.loads(answer.snapshot.body[:])["value"]) == 2
    assert ("Authorization", "Bearer ****") in answer.snapshot.sent.headers
    assert answer.snapshot.request is spec


def test_a_failed_answer_is_explained(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    spec = RequestSpec("GET", "{{odata}}/Employee Sample")
    answer = send(session, spec, environment)
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
    session.secrets.remember("e", SecretKind.CLIENT, Secret("s3cret"))
    spec = RequestSpec("GET", f"{here.url}/x")
    answer = send(session, spec, environment)
    assert b"Bearer tok-123456" in seen[0]
    assert b"uthorization" not in seen[1]
    assert answer.snapshot.redirects[0].dropped == ("Authorization",)
    assert "left behind: Authorization" in answer.snapshot.notes[-1]
    assert "tok-123456" not in repr(answer)


def test_a_redirect_loop_ends(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    server = serve(lambda c: (c.request(), c.answer(b"", "Location: /x", status="302 Found")))
    spec = RequestSpec("GET", f"{server.url}/x")
    answer = send(session, spec, Environment("", ""))
    assert answer.snapshot.status == 302
    assert len(answer.snapshot.redirects) == 10


def test_no_secret_no_token_is_said(session: Session) -> None:
    with pytest.raises(WorkbenchError, match="no secret to get one with"):
        send(session, RequestSpec("GET", "https://h/"), DEV)


def test_a_kind_that_breaks_is_replaced_by_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    from k2bench.apis.odata.kind import ODataKind

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(ODataKind, "views", broken)
    answer = answer_of(snapshot(b"{}", OData_Version="4.0"), Context(DEV))
    assert answer.kind == "REST"
    assert answer.views
    assert "reading it as OData failed" in answer.snapshot.notes[-1]


def test_a_secret_of_the_url_that_is_quoted_back_is_masked(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    def quoting(connection) -> None:  # type: ignore[no-untyped-def]
        path = connection.request().split()[1]
        body = b'{"error":{"message":"There is no ' + path + b'"}}'
        connection.answer(body, f"Location: {path.decode()}", status="404 Not Found")

    server = serve(quoting)
    environment = replace(DEV, tenant_url=server.url, token_url="", scim_url=server.url)
    session.secrets.remember(DEV.id, SecretKind.SCIM_TOKEN, Secret("path-token-1"))
    answer = send(session, RequestSpec("GET", "{{scim}}/Users"), environment)
    assert b"/tokens/****/scim" in answer.snapshot.body[:]
    assert "path-token-1" not in f"{answer!r} {answer.snapshot.body[:]!r}"
    assert answer.problem is not None


def test_a_redirect_to_nowhere_quotes_no_secret(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    server = serve(
        lambda c: c.answer(b"", f"Location: ftp:/{c.request().split()[1].decode()}", status="302 x")
    )
    environment = replace(DEV, tenant_url=server.url, token_url="", scim_url=server.url)
    session.secrets.remember(DEV.id, SecretKind.SCIM_TOKEN, Secret("path-token-1"))
    with pytest.raises(WorkbenchError) as caught:
        send(session, RequestSpec("GET", "{{scim}}/Users"), environment)
    assert "path-token-1" not in f"{caught.value} {caught.value.problem!r}"
