import pytest

from k2bench.core.wire import WireRequest
from k2bench.workbench.service_names import service_names
from k2bench.workbench.session import Session
from tests.workbench.conftest import PATIENCE

LISTED = b'{"value":[{"name":"A","url":"A"},{"name":"B","url":"B"}]}'


def ask(session: Session, url: str) -> tuple[str, ...] | None:
    wire = WireRequest("GET", url, (("Accept", "text/plain"), ("X-Own", "1")))
    return session.loop.run(lambda: service_names(session.exchange, wire), PATIENCE)


def test_the_names(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    asked: list[bytes] = []
    server = serve(lambda c: (asked.append(c.request()), c.answer(LISTED)))
    assert ask(session, f"{server.url}/") == ("A", "B")
    assert b"X-Own: 1" in asked[0]
    assert b"text/plain" not in asked[0]


@pytest.mark.parametrize(
    ("body", "status"), [(LISTED, "404 Not Found"), (b"<html>", "200 OK"), (b"{}", "200 OK")]
)
def test_none_when_there_is_no_service_document(  # type: ignore[no-untyped-def]
    session: Session, serve, body: bytes, status: str
) -> None:
    server = serve(lambda c: (c.request(), c.answer(body, status=status)))
    assert ask(session, f"{server.url}/") is None


def test_none_when_nothing_answers(session: Session) -> None:
    assert ask(session, "http://127.0.0.1:1/") is None
