"""Whether a new login works, in three lights: discovery, token, service document, in this order.

Each is reported when it is known. A failed discovery does not stop the token; without a token the
service document is not tried.
"""

from collections.abc import Callable

from k2bench.auth.credentials import CLIENT_SECRET, ClientAuth
from k2bench.auth.endpoint_checks import Asked
from k2bench.auth.lights import (
    DISCOVERY,
    SERVICE,
    TOKEN,
    Lamp,
    Light,
    dark,
    discovery_lamp,
    red,
    token_lamp,
)
from k2bench.core.auth_type import AuthType
from k2bench.core.environment import Environment, SecretKind
from k2bench.core.problem import Problem, ProblemKind, WorkbenchError, input_error
from k2bench.core.request import RequestSpec
from k2bench.workbench.endpoint_check import check_endpoint
from k2bench.workbench.planning import Plan
from k2bench.workbench.service_check import service_lamp
from k2bench.workbench.session import Session
from k2bench.workbench.token_source import credentials_of

OnLamp = Callable[[Lamp], None]


async def self_test(session: Session, environment: Environment, lit: OnLamp) -> tuple[Lamp, ...]:
    """Try the login and the API of `environment`; `lit` hears each light at once. Never raises
    for what a server does.
    """
    lamps: list[Lamp] = []
    for attempt in (_discovery, _token, _service):
        if attempt is _service and any(_stops(lamp) for lamp in lamps):
            lamp = dark(SERVICE, "Not tried, because there is no token.")
        else:
            lamp = await attempt(session, environment)
        lamps.append(lamp)
        lit(lamp)
    return tuple(lamps)


def _stops(lamp: Lamp) -> bool:
    return lamp.name == TOKEN and lamp.light is Light.RED


async def _discovery(session: Session, environment: Environment) -> Lamp:
    if environment.auth_type is not AuthType.OAUTH2:
        return dark(DISCOVERY, f"Not tried: the environment uses {environment.auth_type}.")
    asked = Asked(environment.token_url, ClientAuth(environment.client_auth), environment.scope)
    try:
        report = await check_endpoint(session.exchange, asked, session.clock)
    except WorkbenchError as error:
        return red(DISCOVERY, error.problem)
    return discovery_lamp(report.checks)


async def _token(session: Session, environment: Environment) -> Lamp:
    if environment.auth_type is not AuthType.OAUTH2:
        return dark(TOKEN, f"Not tried: the environment uses {environment.auth_type}.")
    try:
        secret = await session.secrets.read(environment.id, SecretKind.CLIENT)
        if secret is None:
            raise input_error(
                "The client secret is missing",
                f"Enter the secret of “{environment.name}”, not its hash.",
                CLIENT_SECRET,
            )
        credentials = credentials_of(environment, secret)
        acquired = await session.tokens.acquire(environment.id, credentials)
    except WorkbenchError as error:
        return red(TOKEN, error.problem)
    return token_lamp(acquired.token, credentials.scope)


async def _service(session: Session, environment: Environment) -> Lamp:
    base = environment.values().get("odata", "")
    try:
        if not base:
            raise input_error("The tenant's URL is missing", "Enter it.", "Tenant URL")
        spec = RequestSpec("GET", f"{base}/", name="Service document")
        planned = await session.preparer.prepare(spec, environment)
        if not isinstance(planned, Plan):
            raise WorkbenchError(_asks(base))
        answer = await session.sender.send(planned)
    except WorkbenchError as error:
        return red(SERVICE, error.problem)
    return service_lamp(answer)


def _asks(base: str) -> Problem:
    return Problem(
        ProblemKind.POLICY,
        "The service document was not asked for",
        f"Sending to {base} needs a decision first: send the request from a tab.",
    )
