from dataclasses import replace

from k2bench.core.environment import Environment
from k2bench.core.url import origin_of
from k2bench.workbench.session import Session
from tests.workbench.conftest import PATIENCE


def test_the_pinned_token_goes_before_the_cached_one(
    demo_session: tuple[Session, Environment],
) -> None:
    session, environment = demo_session
    origin = origin_of(environment.tenant_url)

    def token() -> object:
        return session.loop.run(
            lambda: session.token_source.token_for(environment, origin), PATIENCE
        )

    cached = token()
    assert token() is cached
    pinned = replace(cached, notes=("pinned",))  # type: ignore[type-var]
    session.tokens.pin(environment.id, environment.scope, pinned)
    assert token() is pinned
