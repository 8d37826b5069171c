from dataclasses import replace
from pathlib import Path

import pytest

from k2bench.core.environment import Environment, SecretKind
from k2bench.core.problem import WorkbenchError
from k2bench.core.secret import Secret
from k2bench.store.keychain import Keychain
from k2bench.store.places import Places
from k2bench.workbench.session import Session
from k2bench.workbench.token_source import UNPINNED, Grant
from tests.workbench.conftest import DEV, PATIENCE


def grant(session: Session, environment: Environment, scope: str = "") -> Grant:
    return session.loop.run(
        lambda: session.token_source.token_for(environment, scope or environment.scope), PATIENCE
    )


def test_the_pinned_token_goes_before_the_cached_one(
    demo_session: tuple[Session, Environment],
) -> None:
    session, environment = demo_session
    cached = grant(session, environment).token
    assert grant(session, environment).token is cached
    pinned = replace(cached, notes=("pinned",))
    session.tokens.pin(environment.id, environment.scope, pinned)
    assert grant(session, environment) == Grant(pinned)
    stale = replace(cached, expires_at=cached.issued_at)
    session.tokens.pin(environment.id, environment.scope, stale)
    again = grant(session, environment)
    assert again.token is cached
    assert again.note == UNPINNED


def test_a_pin_does_not_outlive_its_login(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    token = grant(session, environment).token
    session.tokens.pin(environment.id, environment.scope, token)
    other = replace(environment, client_id="another")
    with pytest.raises(WorkbenchError):  # asked for, with another id and the same secret
        grant(session, other)
    assert not session.tokens.has_pin(environment.id, environment.scope)


def test_each_scope_has_its_token(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    odata = grant(session, environment).token
    scim = grant(session, environment, environment.scim_scope).token
    assert odata is not scim
    assert scim.scope == environment.scim_scope


def test_a_refused_token_is_not_given_out_again(
    demo_session: tuple[Session, Environment],
) -> None:
    session, environment = demo_session
    first = grant(session, environment).token
    session.tokens.pin(environment.id, environment.scope, first)
    second = session.loop.run(
        lambda: session.token_source.renew(environment, environment.scope, first), PATIENCE
    ).token
    assert second is not first
    assert grant(session, environment).token is second


def test_no_secret_no_token_is_said(session: Session) -> None:
    with pytest.raises(WorkbenchError, match="no secret to get one with"):
        grant(session, DEV)
    session.secrets.remember(DEV.id, SecretKind.SCIM_TOKEN, Secret("another kind"))
    with pytest.raises(WorkbenchError, match="no secret to get one with"):
        grant(session, DEV)


def test_without_a_keychain_it_is_the_secret_that_is_missing(tmp_path: Path) -> None:
    session = Session(Places(tmp_path, tmp_path / "cache"), Keychain(accepted=()))
    with pytest.raises(WorkbenchError, match="no secret to get one with") as caught:
        grant(session, DEV)
    assert caught.value.problem.steps
    session.close()
