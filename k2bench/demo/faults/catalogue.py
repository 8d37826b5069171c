"""The faults that the tenant can be told to show, with the words that a menu shows for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Api(Enum):
    """Where a request goes."""

    LOGIN = "login"
    ODATA = "odata"
    WORKFLOW = "workflow"
    SCIM = "scim"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number that a fault can be tuned with."""

    name: str
    title: str
    default: float
    least: float = 0
    most: float = 3600


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to misbehave.

    Attributes:
        title: For a menu.
        text: What a person sees and what to learn from it.
        apis: Where it can be shown.
        per_request: Whether it strikes single requests; otherwise it is a state of the tenant.
        after: Requests that pass unharmed unless told otherwise.
    """

    key: str
    title: str
    text: str
    apis: frozenset[Api]
    parameters: tuple[Parameter, ...] = ()
    per_request: bool = True
    after: int = 0


_ANYWHERE = frozenset(Api)
_APIS = frozenset({Api.ODATA, Api.WORKFLOW, Api.SCIM})
_ODATA = frozenset({Api.ODATA})

FAULTS: tuple[Fault, ...] = (
    Fault(
        "latency",
        "Slow answers",
        "Every answer waits. Time to try Cancel.",
        _ANYWHERE,
        (Parameter("seconds", "Seconds to wait", 3),),
    ),
    Fault(
        "unauthorized",
        "401 in the middle",
        "The API refuses a token that it took a moment ago, as it does when one expires while "
        "pages are loading.",
        _APIS,
        after=1,
    ),
    Fault(
        "too_many_requests",
        "429 Too Many Requests",
        "The API asks to come back later and says when, in Retry-After.",
        _ANYWHERE,
        (Parameter("retry_after", "Seconds in Retry-After", 2),),
    ),
    Fault(
        "unavailable",
        "503 Service Unavailable",
        "The API is down for maintenance; the body is a page of the load balancer.",
        _ANYWHERE,
    ),
    Fault(
        "reset",
        "Connection reset in mid-body",
        "The connection breaks after part of the body. What came must not pass for all.",
        _ANYWHERE,
        (Parameter("bytes", "Bytes of the body before the break", 2000, most=1e9),),
    ),
    Fault(
        "truncated_gzip",
        "Truncated gzip",
        "The compressed body ends too early although its length is right, as a broken proxy "
        "leaves it.",
        _ANYWHERE,
        (Parameter("percent", "Percent of the compressed body that is sent", 60, most=100),),
    ),
    Fault(
        "slow_drip",
        "Slow drip",
        "The body comes in small pieces for a long time. No read timeout ever strikes.",
        _ANYWHERE,
        (
            Parameter("bytes", "Bytes in a piece", 256, least=1, most=1e9),
            Parameter("seconds", "Seconds between pieces", 0.1),
        ),
    ),
    Fault(
        "redirect",
        "Redirect to another origin",
        "The answer sends the client to another server. The token must not go there.",
        _APIS,
    ),
    Fault(
        "next_link_loop",
        "Next link to the same page",
        "The next link leads back to the page itself: following it never ends.",
        _ODATA,
    ),
    Fault(
        "next_link_elsewhere",
        "Next link to another origin",
        "The next link leads to another server. The token must not go there.",
        _ODATA,
    ),
    Fault(
        "html_login",
        "Login page instead of JSON",
        "A proxy or a lost session answers 200 with the HTML of a login page.",
        _APIS,
    ),
    Fault(
        "large_metadata",
        "10 MB of $metadata",
        "The metadata document of a tenant with thousands of SmartObjects.",
        _ODATA,
        (Parameter("megabytes", "Megabytes of the document", 10, most=200),),
    ),
    Fault(
        "nothing_published",
        "Nothing published",
        "An empty service document, as on day one: nothing is published by default.",
        _ODATA,
        per_request=False,
    ),
    Fault(
        "clock_skew",
        "Clock off by ten minutes",
        "The tenant's clock is wrong: its Date header, its new tokens and its idea of which "
        "tokens have expired.",
        _ANYWHERE,
        (
            Parameter(
                "seconds", "Seconds that the clock is ahead (negative: behind)", 600, -1e9, 1e9
            ),
        ),
        per_request=False,
    ),
)
