"""Fetches one public document of a login, such as the discovery document or its keys.

Nothing secret is sent; at most 1 MB is read; a redirect is explained, never followed.
"""

from dataclasses import dataclass

from k2bench.auth.one_line import one_line
from k2bench.core.problem import WorkbenchError
from k2bench.core.response import TlsInfo
from k2bench.core.url import finished, resolved
from k2bench.core.wire import WireRequest
from k2bench.workbench.exchange import Exchange, Received

LARGEST = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Document:
    """What came back.

    Attributes:
        body: with every known secret masked, should the login echo one.
        trouble: why it is of no use, in words that go on after “:”; empty for a whole 200.
    """

    url: str
    status: int
    media_type: str
    body: bytes
    date: str = ""
    tls: TlsInfo | None = None
    trouble: str = ""


async def fetch_document(exchange: Exchange, url: str) -> Document:
    """GET `url`.

    Raises:
        WorkbenchError: nothing answered, or `url` is none.
    """
    wire = WireRequest("GET", finished(url), (("Accept", "application/json"),))
    received = await exchange.receive(wire, largest=LARGEST)
    head = received.head
    return Document(
        wire.url,
        head.status,
        (head.header("content-type") or "").partition(";")[0].strip().lower(),
        exchange.redactor.mask_bytes(received.body[:]),
        head.header("date") or "",
        head.tls,
        exchange.redactor.mask(_trouble(wire.url, received)),
    )


def _trouble(url: str, received: Received) -> str:
    head = received.head
    location = head.header("location")
    if 300 <= head.status < 400 and location:
        return _redirect(url, location)
    if head.status == 404:
        return "there is nothing at this address (404)"
    if head.status != 200:
        return f"the login answered {head.status} {one_line(head.reason, 60)}".rstrip()
    if received.end.problem is not None:
        title = received.end.problem.title
        return title[:1].lower() + title[1:]
    return ""


def _redirect(url: str, location: str) -> str:
    try:
        target = finished(resolved(url, location))
    except WorkbenchError:
        return "it redirects to something that is no address"
    if target == url:
        return "it redirects to itself, without end"
    return f"it redirects to {one_line(target)}, which k2bench does not follow"
