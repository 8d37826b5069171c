from dataclasses import replace

import pytest

from k2bench.core.auth_type import KeyPlace
from k2bench.core.authorization import ApiKeyAuth, Auth, BasicAuth, BearerAuth, NoAuth, OAuth2
from k2bench.core.environment import Environment, Variable, WritePolicy
from k2bench.core.problem import ProblemKind, WorkbenchError
from k2bench.core.request import FormBody, Pair, RequestSpec, TextBody
from k2bench.core.secret import Secret
from k2bench.core.url import origin_of
from k2bench.core.wire import WireRequest
from k2bench.workbench.planning import (
    NOTHING_DECIDED,
    Decisions,
    Outcome,
    Plan,
    Question,
    QuestionKind,
    plan,
)
from tests.workbench.conftest import DEV

FREE = replace(DEV, write_policy=WritePolicy.FREE)


def outcome(
    spec: RequestSpec,
    environment: Environment = FREE,
    auth: Auth | None = None,
    decisions: Decisions = NOTHING_DECIDED,
) -> Outcome:
    return plan(spec, environment, {}, auth or spec.auth or OAuth2(), decisions)


def planned(spec: RequestSpec, environment: Environment = FREE, auth: Auth | None = None) -> Plan:
    made = outcome(spec, environment, auth)
    assert isinstance(made, Plan)
    return made


def test_variables_are_expanded_and_the_url_finished() -> None:
    made = planned(RequestSpec("get", "{{odata}}/Set?$filter=Name eq 'C#'"))
    assert made.wire.url == "https://h/api/odatav4/v4/Set?$filter=Name%20eq%20'C%23'"
    assert made.wire.method == "GET"
    assert made.scope == DEV.scope
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


def test_a_header_of_its_own_wins_and_is_said() -> None:
    made = planned(RequestSpec("GET", "https://h/", (Pair("authorization", "Basic x"),)))
    assert made.scope is None
    assert "its own Authorization header" in made.notes[0]


@pytest.mark.parametrize("url", ["https://other/", "https://h:8443/"])
@pytest.mark.parametrize("auth", [OAuth2(), BearerAuth(Secret("t")), BasicAuth("u", Secret("p"))])
def test_another_origin_is_a_question(url: str, auth: Auth) -> None:
    spec, origin = RequestSpec("GET", url), origin_of(url)
    question = outcome(spec, auth=auth)
    assert isinstance(question, Question)
    assert question.kind is QuestionKind.OTHER_ORIGIN
    assert question.origin == origin
    without = outcome(spec, auth=auth, decisions=Decisions({origin: False}))
    assert isinstance(without, Plan)
    assert without.scope is None
    assert without.wire.header("Authorization") is None
    assert "no credentials were sent there" in without.notes[0]
    with_it = outcome(spec, auth=auth, decisions=Decisions({origin: True}))
    assert isinstance(with_it, Plan)
    assert with_it.scope is not None or with_it.wire.header("Authorization") is not None


def test_nothing_is_asked_where_nothing_would_be_sent() -> None:
    bare = Environment("2", "Northwind", "https://services.example")
    assert planned(RequestSpec("GET", "https://other/"), bare).scope is None
    assert planned(RequestSpec("GET", "https://other/"), DEV, NoAuth()).scope is None


def test_the_scope_follows_the_origin() -> None:
    assert planned(RequestSpec("GET", "https://h/x")).scope == "https://api.k2.com/"
    scim = planned(RequestSpec("GET", "https://scim.onk2.com/x"))
    assert scim.scope == "https://scim.onk2.com/write"


@pytest.mark.parametrize(
    ("auth", "name", "value"),
    [
        (BearerAuth(Secret("abc")), "Authorization", "Bearer abc"),
        (BasicAuth("ü", Secret("p:w")), "Authorization", "Basic w7w6cDp3"),
        (ApiKeyAuth("X-Key", Secret("k")), "X-Key", "k"),
    ],
)
def test_other_ways_to_authorize(auth: Auth, name: str, value: str) -> None:
    made = planned(RequestSpec("GET", "https://h/"), auth=auth)
    header = made.wire.header(name)
    assert isinstance(header, Secret)
    assert header.reveal() == value
    assert made.wire.is_sensitive(name)
    assert made.scope is None


def test_an_api_key_in_the_query() -> None:
    auth = ApiKeyAuth("key", Secret("a&b"), KeyPlace.QUERY)
    assert planned(RequestSpec("GET", "https://h/x?y=1"), auth=auth).wire.url == (
        "https://h/x?y=1&key=a%26b"
    )
    assert planned(RequestSpec("GET", "https://h/x"), auth=auth).wire.url == "https://h/x?key=a%26b"


def test_an_authorization_of_the_requests_own_goes_where_the_request_goes() -> None:
    spec = RequestSpec("GET", "https://other/", auth=BearerAuth(Secret("t")))
    assert planned(spec).wire.header("Authorization") == Secret("Bearer t")


def test_a_token_is_the_environments_even_if_a_request_asks_for_it_by_itself() -> None:
    question = outcome(RequestSpec("GET", "https://other/", auth=OAuth2()), DEV)
    assert isinstance(question, Question)
    assert question.kind is QuestionKind.OTHER_ORIGIN


def test_a_write_is_asked_about_shown_and_forbidden() -> None:
    spec = RequestSpec("DELETE", "https://h/x", body=TextBody("{}"))
    question = outcome(spec, DEV)
    assert isinstance(question, Question)
    assert question.kind is QuestionKind.WRITE
    assert question.detail == "DELETE https://h/x\n\n{}"
    confirmed = outcome(spec, DEV, decisions=Decisions({}, write_confirmed=True))
    assert isinstance(confirmed, Plan)
    production = replace(FREE, production=True)
    asked = outcome(spec, production)
    assert isinstance(asked, Question)
    assert asked.production
    assert "PRODUCTION" in asked.title
    with pytest.raises(WorkbenchError, match="forbids writes"):
        outcome(spec, replace(DEV, write_policy=WritePolicy.FORBIDDEN))
    assert isinstance(outcome(spec, FREE), Plan)
    assert isinstance(outcome(RequestSpec("GET", "https://h/x"), DEV), Plan)


def test_what_a_secret_stands_in_is_sensitive() -> None:
    environment = replace(FREE, variables=(Variable("both", "a {{key}}"),))
    headers = (Pair("X-A", "{{both}}"), Pair("X-B", "{{host}}"), Pair("X-{{key}}", "1"))
    pairs = (Pair("k", "{{key}}"),)
    secrets = {"key": Secret("s+1")}

    def wire(spec: RequestSpec) -> WireRequest:
        made = plan(spec, environment, secrets, NoAuth())
        assert isinstance(made, Plan)
        return made.wire

    made = wire(RequestSpec("POST", "https://h/", headers, FormBody(pairs)))
    assert made.header("X-A") == Secret("a s+1")
    assert made.header("X-B") == "https://h"
    assert made.sensitive_headers == {"x-a", "x-s+1"}
    assert made.sensitive_body
    assert not wire(RequestSpec("POST", "https://h/?{{key}}", body=TextBody("x"))).sensitive_body


def test_secret_names_are_expanded_and_never_travel_in_the_open() -> None:
    secrets = {"scim": Secret("https://scim.onk2.com/tokens/abc/scim/v2")}
    made = plan(RequestSpec("GET", "{{scim}}/Users"), DEV, secrets, OAuth2())
    assert isinstance(made, Plan)
    assert made.wire.url == "https://scim.onk2.com/tokens/abc/scim/v2/Users"
    assert made.scope == "https://scim.onk2.com/write"
    with pytest.raises(WorkbenchError, match="not https"):
        plan(RequestSpec("GET", "http://h/{{k}}"), DEV, {"k": Secret("x")}, NoAuth())


def test_credentials_never_travel_in_the_open() -> None:
    open_tenant = replace(DEV, tenant_url="http://h")
    for spec, environment in (
        (RequestSpec("GET", "http://h/"), open_tenant),
        (RequestSpec("GET", "http://other/", (Pair("Cookie", "a"),)), DEV),
    ):
        with pytest.raises(WorkbenchError) as caught:
            outcome(spec, environment, decisions=Decisions({origin_of(spec.url): False}))
        assert caught.value.problem.kind is ProblemKind.POLICY
    local = replace(DEV, tenant_url="http://127.0.0.1")
    assert planned(RequestSpec("GET", "http://127.0.0.1/"), local).scope == DEV.scope


def test_a_password_in_the_url_is_left_out_and_said() -> None:
    made = planned(RequestSpec("GET", "https://u:p@h/x"))
    assert made.wire.url == "https://h/x"
    assert "left out" in made.notes[0]


@pytest.mark.parametrize("url", ["", "h/x", "{{nope}}/x", "ftp://h"])
def test_what_cannot_be_sent_is_said(url: str) -> None:
    with pytest.raises(WorkbenchError):
        planned(RequestSpec("GET", url))
