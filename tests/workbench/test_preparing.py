from dataclasses import replace

import pytest

from k2bench.core.auth_type import AuthType
from k2bench.core.authorization import BasicAuth
from k2bench.core.environment import Environment, SecretKind, Variable, WritePolicy, variable_kind
from k2bench.core.problem import WorkbenchError
from k2bench.core.request import FormBody, Pair, RequestSpec
from k2bench.core.secret import Secret
from k2bench.workbench.planning import Plan, Question
from k2bench.workbench.session import Session
from tests.store.memory_keyring import MemoryKeyring
from tests.workbench.conftest import DEV, PATIENCE

FREE = replace(DEV, write_policy=WritePolicy.FREE)


def prepared(session: Session, spec: RequestSpec, environment: Environment = FREE) -> Plan:
    made = session.loop.run(lambda: session.preparer.prepare(spec, environment), PATIENCE)
    assert isinstance(made, Plan)
    return made


def test_only_the_secrets_that_are_named_are_read(session: Session, backend: MemoryKeyring) -> None:
    backend.set_password("k2bench", f"{DEV.id}/{SecretKind.SCIM_TOKEN}", "path-token-1")
    made = prepared(session, RequestSpec("GET", "{{scim}}/Users"))
    assert made.wire.url == "https://scim.onk2.com/tokens/path-token-1/scim/v2/Users"
    assert session.redactor.mask(made.wire.url).endswith("/tokens/****/scim/v2/Users")
    assert prepared(session, RequestSpec("GET", "https://h/")).wire.url == "https://h/"


def test_secret_variables_reach_headers_bodies_and_other_variables(session: Session) -> None:
    environment = replace(
        FREE, variables=(Variable("key", secret=True), Variable("wrapped", "<{{key}}>"))
    )
    session.secrets.remember(DEV.id, variable_kind("key"), Secret("k3y-text"))
    spec = RequestSpec(
        "POST",
        "https://h/",
        (Pair("X-A", "{{wrapped}}"),),
        FormBody((Pair("f", "{{key}}"),)),
        auth=BasicAuth("{{key}}", Secret("p")),
    )
    made = prepared(session, spec, environment)
    assert made.wire.header("X-A") == Secret("<k3y-text>")
    assert made.wire.body == b"f=k3y-text"


def test_a_secret_that_is_not_there_is_said(session: Session) -> None:
    with pytest.raises(WorkbenchError, match=r"secret of \{\{scim\}\} is not known"):
        prepared(session, RequestSpec("GET", "{{scim}}/Users"))


def test_the_environments_own_authorization(session: Session) -> None:
    environment = replace(FREE, auth_type=AuthType.BASIC, auth_name="user")
    with pytest.raises(WorkbenchError, match="Basic Auth is not known"):
        prepared(session, RequestSpec("GET", "https://h/"), environment)
    session.secrets.remember(DEV.id, SecretKind.BASIC, Secret("passw0rd"))
    made = prepared(session, RequestSpec("GET", "https://h/"), environment)
    assert made.wire.header("Authorization") == Secret("Basic dXNlcjpwYXNzdzByZA==")
    assert session.redactor.mask("passw0rd") == "****"


def test_a_question_and_an_error_quote_no_secret(session: Session) -> None:
    session.secrets.remember(DEV.id, SecretKind.SCIM_TOKEN, Secret("path-token-1"))
    write = RequestSpec("POST", "{{scim}}/Users")
    asked = session.loop.run(lambda: session.preparer.prepare(write, DEV), PATIENCE)
    assert isinstance(asked, Question)
    assert asked.detail == "POST https://scim.onk2.com/tokens/****/scim/v2/Users"
    half_typed = replace(DEV, scim_url="scim.onk2.com")
    with pytest.raises(WorkbenchError, match="is not a URL") as caught:
        prepared(session, RequestSpec("GET", "{{scim}}/Users"), half_typed)
    assert "path-token-1" not in f"{caught.value} {caught.value.problem!r}"
    assert caught.value.__cause__ is None
