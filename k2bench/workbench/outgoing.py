"""The URL that *Send* would send, for people to read: variables filled in, secrets masked."""

from k2bench.core.auth_type import AuthType, KeyPlace
from k2bench.core.authorization import ApiKeyAuth, Auth
from k2bench.core.environment import SCIM_NAME, Environment
from k2bench.core.redaction import MASK, Redactor
from k2bench.core.request import RequestSpec
from k2bench.core.url import encode_value, finished, without_userinfo
from k2bench.core.variables import expand


def filled_in(url: str, environment: Environment) -> str:
    """`url` with what its variables stand for, secrets as `****`, before it is encoded.

    Raises:
        WorkbenchError: there is no such variable.
    """
    hidden = dict.fromkeys(environment.secret_names(), MASK)
    hidden[SCIM_NAME] = environment.scim_base(MASK)
    return expand(url, {**environment.values(), **hidden})


def outgoing_url(
    spec: RequestSpec, environment: Environment, auth: Auth | None, redactor: Redactor
) -> str:
    """The URL of a request as it goes out. What is known to be secret is masked.

    Args:
        auth: the request's own authorization; None: its environment's.

    Raises:
        WorkbenchError: there is no such variable.
    """
    url, _ = without_userinfo(finished(filled_in(spec.url, environment)))
    name = _key_in_query(environment, auth)
    if name:
        joint = "&" if "?" in url else "?"
        url += f"{joint}{encode_value(filled_in(name, environment))}={MASK}"
    return redactor.mask(url)


def _key_in_query(environment: Environment, auth: Auth | None) -> str:
    """The name of the API key that travels in the query; empty: none does."""
    if isinstance(auth, ApiKeyAuth):
        return auth.name if auth.place is KeyPlace.QUERY else ""
    if auth is None and environment.auth_type is AuthType.API_KEY:
        return environment.auth_name if environment.auth_place is KeyPlace.QUERY else ""
    return ""
