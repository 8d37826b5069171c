"""*Check Endpoint*: fetches and judges the discovery document and the keys behind a token URL.

Nothing secret is sent. It does not know where the report is shown.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from k2bench.auth.channel_checks import certificate_check, clock_check
from k2bench.auth.check import Check, Verdict, failed, passed, worst
from k2bench.auth.discovery import Discovery, discovery_url, read_discovery
from k2bench.auth.endpoint_checks import (
    Asked,
    document_checks,
    key_check,
)
from k2bench.auth.json_object import UnreadableError
from k2bench.auth.key_set import read_key_set
from k2bench.core.problem import WorkbenchError
from k2bench.core.url import origin_of, without_userinfo
from k2bench.workbench.document import Document, fetch_document
from k2bench.workbench.exchange import Exchange

DISCOVERY = "Discovery document"


@dataclass(frozen=True, slots=True)
class EndpointReport:
    """What was found.

    Attributes:
        url: the discovery document's address.
        rows: the document to read, names and values.
        raw: the document's text as it came, whatever it is; secrets masked.
        jwks_uri: where the keys are, if they are on the login's own origin.
    """

    url: str
    checks: tuple[Check, ...]
    rows: tuple[tuple[str, str], ...] = ()
    raw: str = ""
    jwks_uri: str = ""

    @property
    def verdict(self) -> Verdict:
        """The worst of all checks."""
        return worst(self.checks)


async def check_endpoint(
    exchange: Exchange, asked: Asked, clock: Callable[[], float]
) -> EndpointReport:
    """Look at the login behind `asked.token_url`, which may also be an issuer or a discovery URL.

    Raises:
        WorkbenchError: the URL is none, or nothing answered at the discovery document's address.
    """
    token_url, _ = without_userinfo(asked.token_url.strip())
    origin = origin_of(token_url, "Access Token URL")
    asked = replace(asked, token_url=token_url)
    document = await fetch_document(exchange, discovery_url(token_url))
    channel = (
        clock_check(document.date, clock()),
        certificate_check(document.tls, origin.is_loopback),
    )
    raw = document.body.decode("utf-8-sig", "replace")
    try:
        found = _readable(document)
    except UnreadableError as error:
        why = f"{document.url} cannot be used: {error}."
        if not asked.token_url.rstrip("/").endswith("/connect/token") or document.status == 404:
            why += (
                " Very likely the Access Token URL is wrong; it looks like "
                "https://login.onk2.com/{guid}/connect/token."
            )
        return EndpointReport(document.url, (failed(DISCOVERY, why), *channel), raw=raw)
    return EndpointReport(
        document.url,
        (
            passed(DISCOVERY, f"Read from {document.url}."),
            *document_checks(found, asked),
            await _keys(exchange, found, asked),
            *channel,
        ),
        found.rows(),
        raw,
        found.jwks_uri if _is_at_home(found, token_url) else "",
    )


def _readable(document: Document) -> Discovery:
    if document.trouble:
        raise UnreadableError(document.trouble)
    return read_discovery(document.body, document.media_type)


async def _keys(exchange: Exchange, found: Discovery, asked: Asked) -> Check:
    count, trouble = 0, ""
    if found.jwks_uri and not _is_at_home(found, asked.token_url):
        trouble = "it points to another host, which was not asked"
    elif found.jwks_uri:
        try:
            document = await fetch_document(exchange, found.jwks_uri)
            trouble = document.trouble
            if not trouble:
                count = len(read_key_set(document.body, document.media_type))
        except UnreadableError as error:
            trouble = str(error)
        except WorkbenchError as error:
            trouble = error.problem.title
    return key_check(found, asked.token_url, count, trouble)


def _is_at_home(found: Discovery, token_url: str) -> bool:
    try:
        return origin_of(found.jwks_uri) == origin_of(token_url)
    except WorkbenchError:
        return False
