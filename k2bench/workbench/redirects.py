"""Where a redirect leads, and what may not go along. Pure rules (RFC 9110, section 15.4)."""

from dataclasses import replace

from k2bench.core.problem import Problem, ProblemKind, WorkbenchError
from k2bench.core.response import Redirect
from k2bench.core.url import finished, origin_of, resolved, without_userinfo
from k2bench.core.wire import WireRequest

FOLLOWED = frozenset({301, 302, 303, 307, 308})
MOST = 10
_OF_THE_BODY = ("content-type", "content-length", "content-encoding", "transfer-encoding")


def next_request(wire: WireRequest, status: int, location: str) -> tuple[WireRequest, Redirect]:
    """The request to the address that `location` names, and the hop as people will see it.

    Every header that carries credentials stays behind when scheme, host or port change. The
    method becomes GET, without a body, after 303, and for POST after 301 and 302.

    Raises:
        WorkbenchError: `location` is no http or https address, or a body that holds a secret
            would go to another origin.
    """
    target, _ = without_userinfo(finished(resolved(wire.url, location)))
    dropped: list[str] = []
    headers = wire.headers
    elsewhere = origin_of(target, "redirect's target") != origin_of(wire.url)
    if elsewhere:
        dropped = [name for name, _ in headers if wire.is_sensitive(name)]
        headers = tuple((n, v) for n, v in headers if not wire.is_sensitive(n))
    moved = replace(wire, url=target, headers=headers)
    if (status == 303 and wire.method != "HEAD") or (
        status in (301, 302) and wire.method == "POST"
    ):
        kept = tuple((n, v) for n, v in headers if n.lower() not in _OF_THE_BODY)
        moved = replace(moved, method="GET", headers=kept, body=b"", sensitive_body=False)
    if elsewhere and moved.sensitive_body:
        raise _secret_body(status, target)
    return moved, Redirect(status, wire.url, target, tuple(dropped))


def _secret_body(status: int, target: str) -> WorkbenchError:
    return WorkbenchError(
        Problem(
            ProblemKind.POLICY,
            "A body with a secret is not sent to another address",
            f"The server redirects (status {status}) to {origin_of(target)}. Send the request "
            "there yourself if that is right.",
            detail=target,
        )
    )
