import pytest

from k2bench.core.problem import WorkbenchError
from k2bench.core.secret import Secret
from k2bench.workbench.document import Document, fetch_document
from k2bench.workbench.session import Session
from tests.workbench.conftest import PATIENCE


def fetch(session: Session, url: str) -> Document:
    return session.loop.run(lambda: fetch_document(session.exchange, url), PATIENCE)


def test_a_document_comes_with_its_date(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    asked = []
    server = serve(
        lambda c: (
            asked.append(c.request()),
            c.answer(b"{}", "Content-Type: Application/JSON; charset=utf-8", "Date: today"),
        )
    )
    document = fetch(session, f"{server.url}/a b")
    assert document == Document(f"{server.url}/a%20b", 200, "application/json", b"{}", "today")
    assert b"authorization" not in asked[0].lower()
    assert b"cookie" not in asked[0].lower()


@pytest.mark.parametrize(
    ("status", "headers", "words"),
    [
        ("404 Not Found", (), "nothing at this address"),
        ("503 Busy\x1b", (), "answered 503 Busy"),
        ("204 No Content", (), "answered 204"),
        ("302 Found", (), "answered 302"),
        ("302 Found", ("Location: https://elsewhere/x",), "to https://elsewhere/x, which"),
        ("301 Moved", ("Location: /d",), "to itself"),
        ("307 Moved", ("Location: http://[",), "no address"),
    ],
)
def test_what_is_of_no_use_is_explained(  # type: ignore[no-untyped-def]
    session: Session, serve, status: str, headers: tuple[str, ...], words: str
) -> None:
    server = serve(lambda c: (c.request(), c.answer(b"", *headers, status=status)))
    assert words in fetch(session, f"{server.url}/d").trouble
    assert server.accepted == 1


def test_of_100_megabytes_one_is_read(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    def endless(connection) -> None:  # type: ignore[no-untyped-def]
        connection.request()
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n")
        for _ in range(1000):
            connection.send(b"x" * 100_000)

    document = fetch(session, serve(endless).url)
    assert document.trouble == "the answer is larger than 1 MB"
    assert len(document.body) <= 1 << 20


def test_a_document_that_is_cut_off_is_said(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    server = serve(
        lambda c: (c.request(), c.send(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}"))
    )
    assert "cut off" in fetch(session, server.url).trouble


def test_an_echoed_secret_is_masked(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    session.redactor.add(Secret("s3cret-echo"))
    server = serve(
        lambda c: (
            c.request(),
            c.answer(b'{"a":"s3cret-echo"}', "Location: /s3cret-echo", status="302 Found"),
        )
    )
    assert "s3cret-echo" not in repr(fetch(session, server.url))


def test_no_answer_at_all_is_an_error(session: Session) -> None:
    with pytest.raises(WorkbenchError):
        fetch(session, "http://127.0.0.1:1/")
