import threading
from pathlib import Path

import pytest

from k2bench.core.environment import Environment
from k2bench.core.request import RequestSpec
from k2bench.core.secret import Secret
from k2bench.store.body_folder import BodyFolder
from k2bench.workbench.progress import Preview, Progress
from k2bench.workbench.session import Session
from tests.workbench.conftest import PATIENCE, send


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
    heard: list[Progress | Preview] = []
    server = serve(lambda c: (c.request(), c.answer(b"x" * 50_000_000)))
    answer = send(session, RequestSpec("GET", server.url), Environment("", ""), heard.append)
    told = [each for each in heard if isinstance(each, Progress)]
    assert len(answer.snapshot.body) == 50_000_000
    assert told
    assert told[0].status == 200
    assert [each.received for each in told] == sorted(each.received for each in told)
    session.close()
    assert list((session.places.cache / "bodies").iterdir()) == []


def test_what_was_sent_is_shown_masked(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    from k2bench.core.request import Pair

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


def halves(first: bytes, second: bytes, *headers: bytes):  # type: ignore[no-untyped-def]
    """A server that sends the second half when it is told to; and the telling."""
    go = threading.Event()

    def handle(connection) -> None:  # type: ignore[no-untyped-def]
        connection.request()
        length = b"Content-Length: %d" % len(first + second)
        connection.send(b"\r\n".join((b"HTTP/1.1 200 OK", length, *headers, b"", b"")), first)
        go.wait(PATIENCE)
        connection.send(second)

    return handle, go


def previews_of(told: list[Progress | Preview]) -> list[bytes]:
    return [each.snapshot.body[:] for each in told if isinstance(each, Preview)]


@pytest.mark.parametrize("limit", [1 << 25, 1 << 10])
def test_what_came_is_shown_while_the_rest_is_on_its_way(  # type: ignore[no-untyped-def]
    session: Session, serve, limit: int
) -> None:
    first, second = b'{"value": [{"a": 1}, ' + b" " * 300_000, b'{"a": 2}]}'
    handle, go = halves(first, second, b"Content-Type: application/json")
    told: list[Progress | Preview] = []
    session.exchange.memory_limit = limit

    def hear(news: Progress | Preview) -> None:
        told.append(news)
        if isinstance(news, Preview) and len(news.snapshot.body) == len(first):
            go.set()

    server = serve(handle)
    answer = send(session, RequestSpec("GET", server.url), Environment("", ""), hear)
    assert answer.snapshot.body[:] == first + second
    assert previews_of(told)[-1] == first
    preview = next(each for each in told if isinstance(each, Preview))
    assert preview.snapshot.status == 200
    assert not preview.snapshot.body.complete
    assert preview.snapshot.problem is None
    assert preview.snapshot.timings.total > 0
    assert [type(view) for view in preview.views] == [type(view) for view in answer.views]
    assert {each.total for each in told if isinstance(each, Progress)} == {len(first + second)}


def test_a_quick_answer_has_no_preview(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    told: list[Progress | Preview] = []
    server = serve(lambda c: (c.request(), c.answer(b"x" * 1000)))
    send(session, RequestSpec("GET", server.url), Environment("", ""), told.append)
    assert previews_of(told) == []


def test_what_came_before_a_cancel_is_told(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    handle, go = halves(b"half", b"rest")
    told: list[Progress | Preview] = []
    came = threading.Event()

    def hear(news: Progress | Preview) -> None:
        told.append(news)
        if isinstance(news, Preview) or news.received:
            came.set()

    server = serve(handle)
    ended = threading.Event()

    async def road() -> None:
        planned = await session.preparer.prepare(
            RequestSpec("GET", server.url), Environment("", "")
        )
        await session.sender.send(planned, hear)  # type: ignore[arg-type]

    job = session.loop.start(road, lambda _: ended.set())
    assert came.wait(PATIENCE)
    job.cancel()
    assert ended.wait(PATIENCE)
    go.set()
    assert previews_of(told)[-1] == b"half"


def test_no_half_secret_is_shown_of_an_answer_that_repeats_one(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    session.redactor.add(Secret("path-token-1"))
    handle, go = halves(b"path-to", b"ken-1")
    told: list[Progress | Preview] = []

    def hear(news: Progress | Preview) -> None:
        told.append(news)
        go.set()

    url = f"{serve(handle).url}/path-token-1"
    answer = send(session, RequestSpec("GET", url), Environment("", ""), hear)
    assert previews_of(told) == []
    assert answer.snapshot.body[:] == b"****"
    assert answer.snapshot.body.masked


def test_a_full_disk_keeps_what_came_before(  # type: ignore[no-untyped-def]
    session: Session, serve, tmp_path: Path
) -> None:
    session.exchange.memory_limit = 1_000_000
    (tmp_path / "file").write_text("in the way")
    session.exchange.bodies = BodyFolder(tmp_path / "file" / "bodies")
    server = serve(lambda c: (c.request(), c.answer(b"x" * 3_000_000)))
    answer = send(session, RequestSpec("GET", server.url), Environment("", ""))
    assert 0 < len(answer.snapshot.body) <= 1_000_000
    assert answer.problem is not None
    assert answer.problem.title == "The answer could not be kept"
