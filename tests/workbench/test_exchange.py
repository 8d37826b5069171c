from k2bench.core.environment import Environment
from k2bench.core.request import RequestSpec
from k2bench.workbench.exchange import Progress
from k2bench.workbench.session import Session
from tests.workbench.conftest import send


def test_a_body_that_is_cut_off_is_kept_and_said(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    server = serve(
        lambda c: (c.request(), c.send(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"))
    )
    answer = send(session, RequestSpec("GET", server.url), Environment("", ""))
    assert answer.snapshot.body[:] == b"half"
    assert not answer.snapshot.body.complete
    assert answer.problem is answer.snapshot.problem is not None
    assert answer.snapshot.sizes.decoded == 4


def test_progress_is_told_while_it_comes(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    told: list[Progress] = []
    server = serve(lambda c: (c.request(), c.answer(b"x" * 50_000_000)))
    answer = send(session, RequestSpec("GET", server.url), Environment("", ""), told.append)
    assert len(answer.snapshot.body) == 50_000_000
    assert told
    assert told[0].status == 200
    assert [each.received for each in told] == sorted(each.received for each in told)
    assert list((session.places.cache / "bodies").iterdir()) == []


def test_what_was_sent_is_shown_masked(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    from k2bench.core.request import Pair
    from k2bench.core.secret import Secret

    session.redactor.add(Secret("path-token-1"))
    server = serve(lambda c: (c.request(), c.answer(b"")))
    spec = RequestSpec(
        "GET", f"{server.url}/tokens/path-token-1/x", (Pair("X-Api-Key", "k"), Pair("X-A", "b"))
    )
    answer = send(session, spec, Environment("", ""))
    sent = answer.snapshot.sent
    assert sent.url == f"{server.url}/tokens/****/x"
    assert ("X-Api-Key", "****") in sent.headers
    assert ("X-A", "b") in sent.headers
    assert ("Accept-Encoding", "gzip, deflate, br") in sent.headers
