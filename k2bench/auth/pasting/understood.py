"""What was understood of a pasted text, each value with where it stood, and what was not."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from k2bench.auth.credentials import PLACEMENTS, ClientAuth
from k2bench.core.secret import Secret

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value and where it stood: `line 3`, `collection auth`. `where` never quotes a value."""

    value: T
    where: str


@dataclass(frozen=True, slots=True)
class Understood:
    """The settings found.

    Attributes:
        kind: what the text was taken for: `a Postman collection`, `text`.
        tenant_url: `https://host`.
        scim_url: `https://host`, without the path that holds the token.
        extra: further parameters of the token request.
        notes: what was changed, left out or is odd; none of them quotes a secret.
    """

    kind: str
    token_url: Found[str] | None = None
    client_id: Found[str] | None = None
    client_secret: Found[Secret] | None = None
    scope: Found[str] | None = None
    scim_scope: Found[str] | None = None
    client_auth: Found[ClientAuth] | None = None
    tenant_url: Found[str] | None = None
    scim_url: Found[str] | None = None
    scim_token: Found[Secret] | None = None
    extra: tuple[Found[tuple[str, str]], ...] = ()
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows())

    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Name, value (secrets masked) and place of everything found, to show before use."""
        named: tuple[tuple[str, Found[str] | Found[Secret] | Found[ClientAuth] | None], ...] = (
            ("Access Token URL", self.token_url),
            ("Client ID", self.client_id),
            ("Client Secret", self.client_secret),
            ("Scope", self.scope),
            ("SCIM scope", self.scim_scope),
            ("Client Authentication", self.client_auth),
            ("Tenant URL", self.tenant_url),
            ("SCIM URL", self.scim_url),
            ("SCIM token", self.scim_token),
        )
        rows = [(name, _in_words(found.value), found.where) for name, found in named if found]
        return (*rows, *((f"Parameter {e.value[0]}", e.value[1], e.where) for e in self.extra))


def _in_words(value: str | Secret | ClientAuth) -> str:
    return PLACEMENTS[value] if isinstance(value, ClientAuth) else str(value)
