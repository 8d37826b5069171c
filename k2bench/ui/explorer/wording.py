"""What the explorer says: how old a tree is, how much a filter found, why there is nothing."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from k2bench.apis.odata.service import Catalogue

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
PUBLISH_HINT = (
    "That is normal on the first day. Switch SmartObjects on in Management > Integration > APIs; "
    "a change takes about 30 s to arrive."
)
MATCH_HINT = (
    "Names here are system names: blanks are left out or are _, and OData_ comes before what does "
    "not start with a letter. What is not published, or was less than 30 s ago, is missing."
)
FIND, CLEAR = "Find ", "Clear Filter"


@dataclass(frozen=True, slots=True)
class Emptiness:
    """Why there is no tree, and what to do: `button` is the label of the next click."""

    icon: str
    title: str
    hint: str = ""
    button: str = ""
    more: str = ""


NO_ADDRESS = Emptiness(
    "environment",
    "No OData service",
    "This environment has neither a tenant URL nor an OData base URL.",
    "Edit Tenant URL",
)
NO_TOKEN = Emptiness(
    "key",
    "No token yet",
    "With an access token, what the tenant publishes is shown here.",
    "Get New Access Token",
    "Refresh",
)
NOT_FETCHED = Emptiness(
    "refresh", "Nothing fetched yet", "What the service offers is shown here.", "Refresh"
)
FAILED = Emptiness("warning", "Not known what it offers", "", "Refresh")
NOTHING_PUBLISHED = Emptiness(
    "info", "The tenant publishes no SmartObject", PUBLISH_HINT, "How to Publish", "Refresh"
)
NOTHING_OFFERED = Emptiness(
    "info", "The service offers no entity set", "It answers, and lists nothing.", "Refresh"
)


def no_match(near: tuple[str, ...], k2: bool) -> Emptiness:
    """Nothing has what was typed in its name."""
    hint = f"Did you mean {' or '.join(near)}?" if near else MATCH_HINT if k2 else ""
    if near:
        return Emptiness("search", "Nothing matches", hint, f"{FIND}{near[0]}", CLEAR)
    return Emptiness("search", "Nothing matches", hint, CLEAR)


def nothing_in(catalogues: "Iterable[Catalogue]") -> Emptiness:
    """The services answer, and have nothing."""
    k2 = any(each.service.is_k2 for each in catalogues)
    return NOTHING_PUBLISHED if k2 else NOTHING_OFFERED


def day(seconds: float, now: float) -> str:
    """`12 Nov`, with the year when it is another one; in local time."""
    then, today = time.localtime(seconds), time.localtime(now)
    words = f"{then.tm_mday} {_MONTHS[then.tm_mon - 1]}"
    return words if then.tm_year == today.tm_year else f"{words} {then.tm_year}"


def moment(seconds: float, now: float) -> str:
    """`10:42` today, `12 Nov, 10:42` on another day."""
    then = time.localtime(seconds)
    clock = f"{then.tm_hour:02}:{then.tm_min:02}"
    same = then[:3] == time.localtime(now)[:3]
    return clock if same else f"{day(seconds, now)}, {clock}"


def age(catalogues: "Iterable[Catalogue]", now: float) -> str:
    """Where the tree comes from and of when it is; of the oldest service."""
    oldest = min(catalogues, key=lambda each: each.fetched_at, default=None)
    if oldest is None or not oldest.fetched_at:
        return ""
    if oldest.source:
        return f"From {oldest.source}, {day(oldest.fetched_at, now)}"
    if oldest.offline:
        return f"From {day(oldest.fetched_at, now)}, offline"
    return f"Fetched {moment(oldest.fetched_at, now)}"


def matches(count: int, cut: bool) -> str:
    """How many a filter found."""
    if cut:
        return f"The first {count:,} matches"
    return f"{count:,} match{'' if count == 1 else 'es'}"
