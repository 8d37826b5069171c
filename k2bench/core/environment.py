"""An environment: where a tenant is, how to log in, and what its names stand for.

The secrets themselves are not in it: they live in the keychain under the environment's id.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from k2bench.core.auth_type import AuthType, KeyPlace
from k2bench.core.problem import WorkbenchError

if TYPE_CHECKING:
    from k2bench.core.url import Origin

ODATA_SCOPE = "https://api.k2.com/"  # with the trailing slash (resources/k2-facts.md)
SCIM_SCOPE = "https://scim.onk2.com/write"
SCIM_URL = "https://scim.onk2.com"
SCIM_NAME = "scim"
DEMO_ID = "demo"


class WritePolicy(StrEnum):
    """What happens before a request that may change something."""

    FORBIDDEN = "forbidden"
    ASK = "ask"
    FREE = "free"


class SecretKind(StrEnum):
    """What a secret of an environment is for; it names the entry in the keychain."""

    CLIENT = "client_secret"
    BEARER = "bearer_token"
    BASIC = "basic_password"
    API_KEY = "api_key"
    SCIM_TOKEN = "scim_token"


AUTH_KINDS = {
    AuthType.BEARER: SecretKind.BEARER,
    AuthType.BASIC: SecretKind.BASIC,
    AuthType.API_KEY: SecretKind.API_KEY,
}
"""The kind of the secret that each authorization type has of its own: none is sent as another."""


def variable_kind(name: str) -> str:
    """The kind under which the value of a secret variable is kept."""
    return f"variable/{name}"


@dataclass(frozen=True, slots=True)
class Variable:
    """What `{{name}}` stands for. A secret one has no value here: it is in the keychain."""

    name: str
    value: str = ""
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Environment:
    """One tenant and one login.

    Attributes:
        id: never changes; names the secrets in the keychain.
        tenant_url: `https://host`, the origin of the OData and Workflow APIs.
        odata_url: the base of an OData service that is not K2's; empty: K2's usual place.
        client_auth: `body` or `basic`, see `auth.credentials.ClientAuth`.
        scope: what a token for OData and Workflow REST is asked with.
        scim_url: up to the host; the path with its secret token is added.
        extra: further parameters of the token request, such as `audience`.
        auth_type: how requests that inherit prove who sends them.
        auth_name: the user name of Basic Auth, the key's name of API Key.
        transient: made by k2bench itself (the demo tenant); written nowhere.
    """

    id: str
    name: str
    tenant_url: str = ""
    token_url: str = ""
    client_id: str = ""
    client_auth: str = "body"
    scope: str = ODATA_SCOPE
    transient: bool = False
    scim_scope: str = SCIM_SCOPE
    scim_url: str = SCIM_URL
    odata_url: str = ""
    colour: str = ""
    production: bool = False
    write_policy: WritePolicy = WritePolicy.ASK
    variables: tuple[Variable, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    auth_type: AuthType = AuthType.OAUTH2
    auth_name: str = ""
    auth_place: KeyPlace = KeyPlace.HEADER

    @property
    def writes(self) -> WritePolicy:
        """The policy that holds: production is never free."""
        free = self.write_policy is WritePolicy.FREE
        return WritePolicy.ASK if self.production and free else self.write_policy

    def values(self) -> dict[str, str]:
        """What names stand for, those that come by themselves first; secret ones are left out."""
        base = self.tenant_url.strip().rstrip("/")
        odata = self.odata_url.strip().rstrip("/")
        own = {each.name: each.value for each in self.variables if not each.secret}
        if not base:
            return {"odata": odata, **own} if odata else own
        return {
            "host": base,
            "odata": odata or f"{base}/api/odatav4/v4",
            "odata_v3": f"{base}/api/odata/v3",
            "workflow": f"{base}/api/workflow/v1",
            **own,
        }

    def secret_names(self) -> dict[str, str]:
        """The names that stand for secrets, and the kind under which each is kept."""
        own = {each.name: variable_kind(each.name) for each in self.variables if each.secret}
        return {SCIM_NAME: SecretKind.SCIM_TOKEN, **own}

    def secret_kinds(self) -> tuple[str, ...]:
        """Every kind under which a secret of this environment may be kept, each once."""
        return tuple(dict.fromkeys((*SecretKind, *self.secret_names().values())))

    def scim_base(self, token: str) -> str:
        """What `{{scim}}` stands for: the path holds the tenant's SCIM token."""
        return f"{self.scim_url.strip().rstrip('/')}/tokens/{token}/scim/v2"

    def scope_for(self, origin: "Origin") -> str | None:
        """The scope of a token for `origin`; None when it is not of this environment."""
        if origin in _origins(self.tenant_url, self.odata_url):
            return self.scope
        return self.scim_scope if origin in _origins(self.scim_url) else None

    def origins(self) -> "frozenset[Origin]":
        """Where this environment's token may go."""
        return _origins(self.tenant_url, self.odata_url, self.scim_url)


def _origins(*urls: str) -> "frozenset[Origin]":
    from k2bench.core.url import origin_of  # 5 ms that the first paint does not need

    found = set()
    for url in urls:
        try:
            found.add(origin_of(url.strip()))
        except WorkbenchError:
            continue  # empty, or half typed: no token goes there
    return frozenset(found)
