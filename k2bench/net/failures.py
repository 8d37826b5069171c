"""Says in a person's words why there was no answer, or only a part of one.

It does not know the HTTP library: it looks at the phase, and at the errors of Python and of the
system behind the library's. Texts name the host, never a path or a query.
"""

import errno
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from k2bench.core.response import TlsInfo
from k2bench.net.options import ExchangeOptions
from k2bench.net.target import Target
from k2bench.net.timings import Phase

E = TypeVar("E", bound=BaseException)
RETRY = NextStep("Try again", Step.RETRY)
_UNREACHABLE = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a failed exchange.

    Attributes:
        proxy: host and port of the proxy, or empty.
        http2: the two sides had agreed on HTTP/2.
        timed_out: a limit of `options` was reached in `phase`.
        seen: the certificate that the other side shows, after one was refused.
    """

    target: Target
    phase: Phase
    options: ExchangeOptions
    proxy: str = ""
    http2: bool = False
    timed_out: bool = False
    seen: TlsInfo | None = None

    @property
    def peer(self) -> str:
        """Who was being connected to."""
        if self.proxy and self.phase is Phase.CONNECTING:
            return f"the proxy {self.proxy}"
        return self.target.address

    @property
    def subject(self) -> str:
        """The same at the start of a sentence."""
        return self.peer.replace("the proxy ", "The proxy ", 1)


def problem_of(error: BaseException, case: Circumstances) -> Problem:
    """The Problem for `error`, which the HTTP library raised."""
    if case.timed_out:
        return _timeout(case)
    errors = list(_chain(error))
    for kind, explain in _EXPLANATIONS:
        found = next((e for e in errors if isinstance(e, kind)), None)
        if found is not None:
            return explain(found, case)
    if case.phase is Phase.TLS:
        return _tls_closed(case)
    if "disconnected" in str(error).lower():
        return _disconnected(case)
    return _garbage(error, case)


def refused_certificate(error: BaseException) -> bool:
    """Whether `error` is a certificate that was not accepted."""
    return any(isinstance(e, ssl.SSLCertVerificationError) for e in _chain(error))


def cut_off(error: BaseException, case: Circumstances) -> Problem:
    """The Problem for a body that ended early; what came of it is kept."""
    if case.timed_out:
        title = f"No byte came for {case.options.read_timeout:g} s"
        kind = ProblemKind.TIMEOUT
    else:
        title, kind = "The answer is cut off", ProblemKind.NETWORK
    hint = f"{case.target.address} ended the connection too early. What came is shown; send again."
    if case.timed_out:
        hint = f"The answer of {case.target.address} stopped in the middle. What came is shown."
    return Problem(kind, title, hint, _detail(error), steps=(RETRY,))


def proxy_refused(error: BaseException, case: Circumstances) -> Problem:
    """The proxy answered, but not with a connection."""
    status = str(error)[:80]
    hint = (
        "It wants a login: put it into the proxy's address."
        if status.startswith("407")
        else "Ask whoever runs the proxy whether it may reach this host."
    )
    title = f"The proxy {case.proxy} does not connect to {case.target.address}"
    return Problem(ProblemKind.NETWORK, title, hint, f"The proxy said: {status}", steps=(RETRY,))


def _timeout(case: Circumstances) -> Problem:
    opening = case.phase in (Phase.CONNECTING, Phase.TLS)
    limit = case.options.connect_timeout if opening else case.options.read_timeout
    hint = (
        "A firewall may drop the packets, or the host name or port is wrong."
        if opening
        else "The server may be busy. Try again; of a list, ask for less ($top, $filter)."
    )
    if case.phase is Phase.TLS:
        hint = "The port may not speak TLS (https), or a firewall drops the packets."
    return Problem(
        ProblemKind.TIMEOUT,
        f"{case.subject} did not answer within {limit:g} s while {case.phase}",
        hint,
        steps=(RETRY,),
    )


def _certificate(error: ssl.SSLCertVerificationError, case: Circumstances) -> Problem:
    reason = error.verify_message or str(error)
    seen = case.seen
    shown = (
        f"The certificate shown was issued by {seen.issuer} to {seen.subject}, "
        f"valid until {seen.not_after}."
        if seen
        else "The certificate itself could not be read."
    )
    return Problem(
        ProblemKind.NETWORK,
        f"The certificate of {case.target.origin.host} is not trusted",
        f"{reason[:1].upper()}{reason[1:].rstrip('.')}. {shown} k2bench trusts what this "
        "system trusts. If that is your company's proxy, have its authority put into the system's "
        "trust store; otherwise do not send secrets there.",
        str(error),
        steps=(RETRY,),
    )


def _tls(error: ssl.SSLError, case: Circumstances) -> Problem:
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return _tls_closed(case)
    if error.reason == "WRONG_VERSION_NUMBER":
        title = f"{case.target.address} does not speak TLS"
        hint = "Something else listens on this port, or the address should start with http://."
    elif error.reason and "CERTIFICATE" in error.reason and "ALERT" in error.reason:
        title = f"{case.target.address} wants a client certificate"
        hint = "k2bench cannot send one yet."
    else:
        title = f"TLS with {case.target.address} failed"
        hint = (
            "The two sides found no common version or cipher, or something on the way interferes."
        )
    return Problem(ProblemKind.NETWORK, title, hint, str(error), steps=(RETRY,))


def _tls_closed(case: Circumstances) -> Problem:
    return Problem(
        ProblemKind.NETWORK,
        f"{case.target.address} closed the connection during the TLS handshake",
        "The port may not speak TLS, or a firewall interferes.",
        steps=(RETRY,),
    )


def _dns(error: socket.gaierror, case: Circumstances) -> Problem:
    host = case.proxy.rpartition(":")[0] if case.proxy else case.target.origin.host
    if error.errno == socket.EAI_AGAIN:
        title = f"The name {host} could not be looked up"
        hint = "No name server answers: check whether this machine is online and needs a VPN."
    else:
        title = f"There is no host named {host}"
        hint = "Check the spelling, and whether the name is known only inside a VPN."
    return Problem(
        ProblemKind.NETWORK,
        title,
        hint,
        str(error),
        steps=(NextStep("Edit URL", Step.EDIT_FIELD, "URL"), RETRY),
    )


def _refused(error: ConnectionRefusedError, case: Circumstances) -> Problem:
    return Problem(
        ProblemKind.NETWORK,
        f"{case.subject} refused the connection",
        "Nothing listens on this port: the service is not running, or the port is wrong.",
        _detail(error),
        steps=(RETRY,),
    )


def _reset(error: ConnectionError, case: Circumstances) -> Problem:
    hint = "The server or something on the way gave up. If it happens again, look at its log."
    if case.target.origin.scheme == "http":
        hint = f"The port may want https:// instead of http://. {hint}"
    return Problem(
        ProblemKind.NETWORK,
        f"{case.subject} broke the connection while {case.phase}",
        hint,
        _detail(error),
        steps=(RETRY,),
    )


def _disconnected(case: Circumstances) -> Problem:
    return Problem(
        ProblemKind.NETWORK,
        f"{case.target.address} closed the connection without an answer",
        "It may want https:// instead of http://, or it crashed on the request.",
        steps=(RETRY,),
    )


def _system(error: OSError, case: Circumstances) -> Problem:
    if error.errno in _UNREACHABLE:
        title = f"There is no way to {case.peer}"
        hint = "Check whether this machine is online and needs a VPN."
    else:
        title = f"The connection to {case.peer} failed while {case.phase}"
        hint = "The system reports an error; see the details."
    return Problem(ProblemKind.NETWORK, title, hint, _detail(error), steps=(RETRY,))


def _garbage(error: BaseException, case: Circumstances) -> Problem:
    if case.http2:
        return Problem(
            ProblemKind.PROTOCOL,
            f"{case.target.address} sent an answer that breaks HTTP/2",
            "The server or something on the way is at fault. With the header “Connection: close” "
            "k2bench asks over HTTP/1.1 instead.",
            _detail(error),
            steps=(RETRY,),
        )
    return Problem(
        ProblemKind.PROTOCOL,
        f"{case.target.address} does not speak HTTP",
        "What it sent is no HTTP answer: another service listens on this port, or it wants "
        f"{'http' if case.target.origin.scheme == 'https' else 'https'}:// instead.",
        _detail(error),
        steps=(RETRY,),
    )


# The first that fits explains; the order goes from the special to the general.
_EXPLANATIONS: tuple[tuple[type[BaseException], Callable[..., Problem]], ...] = (
    (ssl.SSLCertVerificationError, _certificate),
    (ssl.SSLError, _tls),
    (socket.gaierror, _dns),
    (ConnectionRefusedError, _refused),
    (ConnectionError, _reset),
    (OSError, _system),
)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """`error` and what stands behind it, through groups of errors, too."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        current = waiting.pop(0)
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        behind = current.__cause__ or current.__context__
        if behind is not None:
            waiting.append(behind)
        if isinstance(current, BaseExceptionGroup):
            waiting.extend(current.exceptions)


def _detail(error: BaseException) -> str:
    return f"{type(error).__name__}: {str(error)[:300]}"
