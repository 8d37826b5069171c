"""What a person is told: by the phase and by the system's error, never with a path or a secret."""

import errno
import socket
import ssl
from dataclasses import replace

import pytest

from k2bench.core.problem import ProblemKind
from k2bench.core.response import TlsInfo
from k2bench.net.failures import (
    Circumstances,
    cut_off,
    problem_of,
    proxy_refused,
    refused_certificate,
)
from k2bench.net.options import ExchangeOptions
from k2bench.net.target import target_of
from k2bench.net.timings import Phase

TARGET = target_of("https://acme.onk2.com/hidden-path?token=hidden-query")


def case(phase=Phase.CONNECTING, **more):
    return Circumstances(target=TARGET, phase=phase, options=ExchangeOptions(), **more)


def behind(error, text="All connection attempts failed"):
    """`error` where the library leaves it: as the context of its own, the cause taken away."""
    try:
        try:
            raise error
        except type(error):
            raise RuntimeError(text)  # noqa: B904
    except RuntimeError as raised:
        raised.__cause__ = None
        raised.__suppress_context__ = True
        return raised


def ssl_error(text, reason=None):
    error = ssl.SSLError(1, text)
    error.reason = reason
    return error


def refused_by(message):
    error = ssl.SSLCertVerificationError(1, f"certificate verify failed: {message}")
    error.verify_message = message
    return error


EXPECTED = [
    (ConnectionRefusedError(), Phase.CONNECTING, "acme.onk2.com:443 refused the connection"),
    (ConnectionResetError(), Phase.WAITING, "broke the connection while waiting for the answer"),
    (BrokenPipeError(), Phase.SENDING, "broke the connection while sending the request"),
    (OSError(errno.EHOSTUNREACH, "no"), Phase.CONNECTING, "There is no way to acme.onk2.com:443"),
    (OSError(errno.EMFILE, "no"), Phase.CONNECTING, "failed while connecting"),
    (socket.gaierror(socket.EAI_NONAME, "no"), Phase.CONNECTING, "There is no host named acme"),
    (socket.gaierror(socket.EAI_AGAIN, "no"), Phase.CONNECTING, "could not be looked up"),
    (ssl_error("x", "WRONG_VERSION_NUMBER"), Phase.TLS, "does not speak TLS"),
    (ssl_error("x", "TLSV13_ALERT_CERTIFICATE_REQUIRED"), Phase.WAITING, "client certificate"),
    (ssl.SSLEOFError(8, "EOF"), Phase.TLS, "closed the connection during the TLS handshake"),
    (ssl_error("x"), Phase.TLS, "TLS with acme.onk2.com:443 failed"),
    (refused_by("self-signed certificate"), Phase.TLS, "is not trusted"),
]


@pytest.mark.parametrize(("error", "phase", "title"), EXPECTED, ids=lambda v: str(v)[:30])
def test_each_failure_has_its_words(error, phase, title):
    problem = problem_of(behind(error), case(phase))
    assert title in problem.title
    assert problem.kind is ProblemKind.NETWORK
    assert problem.hint
    assert problem.steps
    assert "hidden" not in repr(problem)


def test_errors_of_several_addresses_are_looked_through():
    group = ExceptionGroup("both", [ConnectionRefusedError(), ConnectionRefusedError()])
    assert "refused" in problem_of(behind(group), case()).title


@pytest.mark.parametrize(
    ("phase", "limit"),
    [(Phase.CONNECTING, "10 s"), (Phase.TLS, "10 s"), (Phase.WAITING, "100 s")],
)
def test_a_timeout_names_the_phase_and_the_limit(phase, limit):
    problem = problem_of(RuntimeError(), case(phase, timed_out=True))
    assert problem.kind is ProblemKind.TIMEOUT
    assert problem.title == f"acme.onk2.com:443 did not answer within {limit} while {phase}"


def test_a_port_that_may_speak_the_other_scheme_is_named_as_a_cause():
    assert "may not speak TLS" in problem_of(RuntimeError(), case(Phase.TLS, timed_out=True)).hint
    plain = replace(case(Phase.WAITING), target=target_of("http://acme.onk2.com:8443/"))
    assert "https://" in problem_of(behind(ConnectionResetError()), plain).hint


def test_an_untrusted_certificate_names_what_was_seen():
    seen = TlsInfo(issuer="CN=Inspector", subject="CN=acme", not_after="2030-01-01 00:00:00 UTC")
    problem = problem_of(refused_by("unable to get local issuer certificate"), case(seen=seen))
    assert "CN=Inspector" in problem.hint
    assert "2030-01-01" in problem.hint
    assert problem.hint.startswith("Unable to get local issuer certificate.")
    assert refused_certificate(behind(refused_by("x")))
    assert not refused_certificate(ConnectionRefusedError())


def test_a_connection_closed_in_the_handshake_and_before_an_answer():
    assert "TLS handshake" in problem_of(RuntimeError(), case(Phase.TLS)).title
    problem = problem_of(RuntimeError("Server disconnected"), case(Phase.WAITING))
    assert "closed the connection without an answer" in problem.title


def test_anything_else_is_no_http():
    problem = problem_of(RuntimeError("illegal status line"), case(Phase.WAITING))
    assert problem.kind is ProblemKind.PROTOCOL
    assert problem.title == "acme.onk2.com:443 does not speak HTTP"


def test_a_proxy_is_named_instead_of_the_target():
    with_proxy = case(proxy="proxy.corp:3128")
    assert problem_of(ConnectionRefusedError(), with_proxy).title.startswith(
        "The proxy proxy.corp:3128 refused"
    )
    assert "proxy.corp" in problem_of(socket.gaierror(socket.EAI_NONAME, ""), with_proxy).title
    assert "login" in proxy_refused(RuntimeError("407 Proxy Authentication"), with_proxy).hint
    assert "login" not in proxy_refused(RuntimeError("403 Forbidden"), with_proxy).hint


def test_a_body_that_ends_early():
    problem = cut_off(RuntimeError("peer closed"), case(Phase.RECEIVING))
    assert (problem.kind, problem.title) == (ProblemKind.NETWORK, "The answer is cut off")
    problem = cut_off(RuntimeError(), case(Phase.RECEIVING, timed_out=True))
    assert (problem.kind, problem.title) == (ProblemKind.TIMEOUT, "No byte came for 100 s")


def test_errors_that_refer_to_each_other_come_to_an_end():
    first, second = RuntimeError("a"), RuntimeError("b")
    first.__context__, second.__context__ = second, first
    assert problem_of(first, case(Phase.WAITING)).kind is ProblemKind.PROTOCOL
