"""Where in an OData service a URL points: the service's root, and the entity set below it.

Only K2's two bases and the environment's own are known. Sources: OData URL Conventions 4.01,
section 2; `resources/k2-facts.md`, "OData".
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from k2bench.core.environment import Environment
from k2bench.core.url import encode_segment

_ROOT = re.compile(r"https?://[^/?#]+/api/(?:odatav4/v4|odata/v3)(?=[/?#]|$)", re.IGNORECASE)
OLDER = "/api/odata/v3"  # how the root of K2's OData 3 ends


@dataclass(frozen=True, slots=True)
class Place:
    """A URL taken apart.

    Attributes:
        root: of the service, without the slash at its end.
        segment: the first path segment below, as it stands in the URL; empty: the root itself.
        rest: what follows it.
    """

    root: str
    segment: str
    rest: str

    @property
    def name(self) -> str:
        """The entity set's name, without its key."""
        return unquote(self.segment.partition("(")[0])

    @property
    def is_set(self) -> bool:
        """Whether it is the set itself, not one row of it nor what lies below."""
        return not self.key and not self.rest.partition("?")[0].strip("/")

    @property
    def key(self) -> str:
        """The key with its brackets, as it stands in the URL."""
        return self.segment[len(self.segment.partition("(")[0]) :]


def place_of(url: str, environment: Environment) -> Place | None:
    """Where `url` points; None when it is of no OData service that is known."""
    root = _root(url, environment)
    if root is None:
        return None
    path, mark, query = url[len(root) :].partition("?")
    segment, slash, below = path.lstrip("/").partition("/")
    return Place(root, segment, slash + below + mark + query)


def _root(url: str, environment: Environment) -> str | None:
    values = environment.values()
    for base in filter(None, (values.get("odata", ""), values.get("odata_v3", ""))):
        rest = url[len(base) :]
        if url.lower().startswith(base.lower()) and rest[:1] in ("", "/", "?"):
            return url[: len(base)]
    found = _ROOT.match(url)
    return found.group() if found else None


def speaks_odata(template: str) -> bool:
    """Whether a URL as it is typed points into an OData service, as far as its text shows it."""
    return template.startswith(("{{odata}}", "{{odata_v3}}")) or _ROOT.match(template) is not None


def is_k2_root(url: str) -> bool:
    """Whether `url` is the root of one of K2's services."""
    found = _ROOT.match(url)
    return found is not None and not url[found.end() :].strip("/")


def with_name(url: str, place: Place, name: str) -> str:
    """`url`, as it was written, with another entity set in it."""
    head = next((h for h in ("{{odata}}", "{{odata_v3}}", place.root) if url.startswith(h)), "")
    if not head:
        return f"{place.root}/{encode_segment(name)}{place.key}{place.rest}"
    path, mark, query = url[len(head) :].partition("?")
    segment, slash, below = path.lstrip("/").partition("/")
    key = segment[len(segment.partition("(")[0]) :]
    return f"{head}/{encode_segment(name)}{key}{slash}{below}{mark}{query}"
