import mmap

from k2bench.core.request import RequestSpec
from k2bench.core.response import ResponseBody, ResponseSnapshot, SentRequest


def test_a_body_slices_to_bytes_from_memory_and_from_a_map() -> None:
    mapped = mmap.mmap(-1, 5)
    mapped.write(b"hello")
    for body in (ResponseBody(b"hello"), ResponseBody(mapped)):
        assert len(body) == 5
        assert body[1:3] == b"el"
        assert "hello" not in repr(body)


def test_headers_are_found_in_any_case() -> None:
    snapshot = ResponseSnapshot(
        RequestSpec(),
        SentRequest("GET", "https://h/"),
        200,
        headers=(("Content-Type", "Application/JSON; charset=utf-8"),),
    )
    assert snapshot.media_type == "application/json"
    assert snapshot.header("CONTENT-TYPE") == "Application/JSON; charset=utf-8"
    assert snapshot.header("etag") is None
