"""What a tab, the history and a collection keep of a request: templates, nothing expanded.

It does not know tokens, nor what really goes out (see `wire`).
"""

from dataclasses import dataclass
from typing import TypeAlias

from k2bench.core.authorization import Auth


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of a table of names and values; an unticked one is kept and not sent."""

    name: str
    value: str
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class NoBody:
    """Nothing is sent after the headers."""


@dataclass(frozen=True, slots=True)
class TextBody:
    """A text of one media type, sent in UTF-8."""

    text: str
    media_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class FormBody:
    """`application/x-www-form-urlencoded` (WHATWG URL, section 5.2)."""

    pairs: tuple[Pair, ...] = ()


Body: TypeAlias = NoBody | TextBody | FormBody

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})  # RFC 9110, section 9.2.1


@dataclass(frozen=True, slots=True)
class RequestSpec:
    """A request as a person wrote it: `{{name}}` stays `{{name}}`.

    `url` holds the whole address with its query; `unsent_params` are the unticked rows of the
    parameter table, which no URL can hold. `auth` None: as its environment has it.
    """

    method: str = "GET"
    url: str = ""
    headers: tuple[Pair, ...] = ()
    body: Body = NoBody()
    unsent_params: tuple[Pair, ...] = ()
    name: str = ""
    auth: Auth | None = None

    @property
    def writes(self) -> bool:
        """Whether the method may change something on the server."""
        return self.method.upper() not in SAFE_METHODS
