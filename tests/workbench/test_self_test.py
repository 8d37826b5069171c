import json
from dataclasses import replace

import pytest

from k2bench.auth.lights import Lamp, Light
from k2bench.core.auth_type import AuthType
from k2bench.core.environment import Environment, SecretKind
from k2bench.core.problem import Step
from k2bench.core.secret import Secret
from k2bench.workbench.self_test import self_test
from k2bench.workbench.session import Session
from tests.workbench.conftest import PATIENCE

G, Y, R, D = Light.GREEN, Light.YELLOW, Light.RED, Light.DARK


def lamps(session: Session, environment: Environment) -> tuple[Lamp, ...]:
    told: list[Lamp] = []
    found = session.loop.run(lambda: self_test(session, environment, told.append), PATIENCE)
    assert tuple(told) == found
    assert [lamp.name for lamp in found] == ["Discovery", "Token", "Service document"]
    assert all(lamp.why for lamp in found)
    assert all((lamp.problem is not None) == (lamp.light is R) for lamp in found)
    return found


def lights(found: tuple[Lamp, ...]) -> list[Light]:
    return [lamp.light for lamp in found]


def test_the_demo_tenant_is_green(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    found = lamps(session, environment)
    assert lights(found) == [G, G, G]
    assert "entity sets" in found[2].why


def test_without_a_secret_the_service_is_not_tried(
    demo_session: tuple[Session, Environment],
) -> None:
    session, environment = demo_session
    found = lamps(session, replace(environment, id="another"))
    assert lights(found) == [G, R, D]
    assert "secret is missing" in found[1].why


def test_a_wrong_secret_is_red_with_the_likely_causes(
    demo_session: tuple[Session, Environment],
) -> None:
    session, environment = demo_session
    session.secrets.remember("wrong", SecretKind.CLIENT, Secret("not-the-right-one"))
    found = lamps(session, replace(environment, id="wrong"))
    assert lights(found) == [G, R, D]
    assert found[1].problem is not None
    assert Step.COMPARE_HASH in {step.step for step in found[1].problem.steps}
    assert "not-the-right-one" not in repr(found)


def test_an_issuer_as_token_url_is_red_and_mended_by_a_click(
    demo_session: tuple[Session, Environment],
) -> None:
    session, environment = demo_session
    issuer = environment.token_url.removesuffix("/connect/token")
    found = lamps(session, replace(environment, token_url=issuer))
    assert lights(found) == [R, R, D]
    assert found[0].problem is not None
    assert found[0].problem.steps[0].value == environment.token_url


def test_without_a_tenant_only_the_login_is_tested(
    demo_session: tuple[Session, Environment],
) -> None:
    session, environment = demo_session
    found = lamps(session, replace(environment, tenant_url=""))
    assert lights(found) == [G, G, R]
    assert "tenant" in found[2].why


def test_another_authorization_tests_the_service_alone(
    demo_session: tuple[Session, Environment],
) -> None:
    session, environment = demo_session
    found = lamps(session, replace(environment, auth_type=AuthType.NONE))
    assert lights(found) == [D, D, R]  # 401


class Tenant:
    """A login and a service that a test writes."""

    def __init__(self, serve, service: bytes, kind: str = "application/json") -> None:  # type: ignore[no-untyped-def]
        self._service, self._kind = service, kind
        self.server = serve(self._answer)
        self.environment = Environment(
            "t", "T", self.server.url, f"{self.server.url}/g/connect/token", "idt.cc.x"
        )

    def _answer(self, connection) -> None:  # type: ignore[no-untyped-def]
        head = connection.request()
        path = head.split(b" ")[1]
        if path == b"/g/connect/token":
            size = next(
                line for line in head.split(b"\r\n") if line.lower().startswith(b"content-l")
            )
            connection.body(int(size.partition(b":")[2]))
            connection.answer(
                json.dumps(
                    {
                        "access_token": "opaque-token",
                        "expires_in": 3600,
                        "scope": "https://api.k2.com/",
                    }
                ).encode()
            )
        elif path.startswith(b"/api/"):
            connection.answer(self._service, f"Content-Type: {self._kind}")
        else:
            connection.answer(b"", status="404 Not Found")


@pytest.mark.parametrize(
    ("service", "kind", "light", "words"),
    [
        (b'{"value":[]}', "application/json", Y, "Management > Integration > APIs"),
        (b"<html>login</html>", "text/html", R, "web page"),
        (b"", "application/json", R, "no service document"),
    ],
)
def test_what_the_service_may_answer(  # type: ignore[no-untyped-def]
    session: Session, serve, service: bytes, kind: str, light: Light, words: str
) -> None:
    tenant = Tenant(serve, service, kind)
    session.secrets.remember("t", SecretKind.CLIENT, Secret("the-secret"))
    found = lamps(session, tenant.environment)
    assert lights(found) == [R, G, light]
    assert words in found[2].why
    assert "opaque-token" not in repr(found)


def test_nothing_listens_there(session: Session) -> None:
    session.secrets.remember("t", SecretKind.CLIENT, Secret("the-secret"))
    nowhere = "http://127.0.0.1:1"
    found = lamps(session, Environment("t", "T", nowhere, f"{nowhere}/g/connect/token", "id"))
    assert lights(found) == [R, R, D]
