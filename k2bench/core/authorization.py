"""How a request proves who sends it. A request has its own way or inherits its environment's."""

from dataclasses import dataclass
from typing import TypeAlias

from k2bench.core.auth_type import AuthType, KeyPlace
from k2bench.core.secret import Secret


@dataclass(frozen=True, slots=True)
class NoAuth:
    """Nothing is added."""


@dataclass(frozen=True, slots=True)
class OAuth2:
    """A token got with the environment's client credentials (RFC 6749, section 4.4)."""


@dataclass(frozen=True, slots=True)
class BearerAuth:
    """A token from elsewhere (RFC 6750, section 2.1). It may be a `{{name}}`."""

    token: Secret


@dataclass(frozen=True, slots=True)
class BasicAuth:
    """User name and password (RFC 7617), in UTF-8."""

    username: str
    password: Secret


@dataclass(frozen=True, slots=True)
class ApiKeyAuth:
    """A key in a header or in the query."""

    name: str
    key: Secret
    place: KeyPlace = KeyPlace.HEADER


Auth: TypeAlias = NoAuth | OAuth2 | BearerAuth | BasicAuth | ApiKeyAuth


def type_of(auth: Auth) -> AuthType:
    """The choice that `auth` stands for."""
    match auth:
        case NoAuth():
            return AuthType.NONE
        case OAuth2():
            return AuthType.OAUTH2
        case BearerAuth():
            return AuthType.BEARER
        case BasicAuth():
            return AuthType.BASIC
        case ApiKeyAuth():
            return AuthType.API_KEY


def make_auth(kind: AuthType, name: str, secret: Secret, place: KeyPlace) -> Auth:
    """The authorization of a type from its parts; each type uses those it has."""
    match kind:
        case AuthType.NONE:
            return NoAuth()
        case AuthType.OAUTH2:
            return OAuth2()
        case AuthType.BEARER:
            return BearerAuth(secret)
        case AuthType.BASIC:
            return BasicAuth(name, secret)
        case AuthType.API_KEY:
            return ApiKeyAuth(name, secret, place)
