"""The headers that go out: which are added, in which order, and what is refused."""

import pytest

from k2bench.core.problem import WorkbenchError
from k2bench.core.secret import Secret
from k2bench.core.wire import WireRequest
from k2bench.net.headers import (
    automatic_headers,
    header_text,
    headers_for_wire,
    headers_sent,
    is_token,
    needs_http1,
)

URL = "https://acme.onk2.com/x"


def names(pairs):
    return [name for name, _ in pairs]


def test_what_is_added_to_a_get():
    assert automatic_headers(WireRequest("GET", URL)) == (
        ("Host", "acme.onk2.com"),
        ("User-Agent", "k2bench/0.1.0"),
        ("Accept-Encoding", "gzip, deflate, br"),
    )


@pytest.mark.parametrize(
    ("method", "body", "length"),
    [("POST", b"", "0"), ("PATCH", b"abc", "3"), ("DELETE", b"a", "1"), ("DELETE", b"", None)],
)
def test_the_length_of_a_body(method, body, length):
    added = dict(automatic_headers(WireRequest(method, URL, (), body)))
    assert added.get("Content-Length") == length


def test_headers_of_the_request_win():
    own = (("host", "other"), ("USER-AGENT", "me"), ("accept-encoding", "identity"))
    assert automatic_headers(WireRequest("GET", URL, own)) == ()


def test_a_body_in_chunks_has_no_length():
    wire = WireRequest("POST", URL, (("Transfer-Encoding", "chunked"),), b"abc")
    assert "Content-Length" not in names(automatic_headers(wire))


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://h:443/", "h"),
        ("https://h:80/", "h:80"),
        ("http://[::1]:8080/", "[::1]:8080"),
        ("https://m%C3%BCnchen.de/", "xn--mnchen-3ya.de"),
    ],
)
def test_the_host(url, host):
    assert automatic_headers(WireRequest("GET", url))[0] == ("Host", host)


def test_the_order_is_host_ours_theirs_length():
    wire = WireRequest("POST", URL, (("B", "2"), ("a", "1"), ("B", "3")), b"x")
    assert names(headers_sent(wire)) == [
        "Host", "User-Agent", "Accept-Encoding", "B", "a", "B", "Content-Length",
    ]  # fmt: skip
    assert [n.decode() for n, _ in headers_for_wire(wire)] == names(headers_sent(wire))


def test_what_is_shown_is_masked_and_what_is_sent_is_not():
    wire = WireRequest(
        "GET",
        URL,
        (("Authorization", "Bearer abc"), ("X-Mine", Secret("def")), ("X-Key", "ghi"), ("X", "j")),
        sensitive_headers=frozenset({"x-key"}),
    )
    shown = [value for _, value in headers_sent(wire)]
    assert shown[-4:] == ["Bearer ****", "****", "****", "j"]
    sent = [value for _, value in headers_for_wire(wire)]
    assert sent[-4:] == [b"Bearer abc", b"def", b"ghi", b"j"]


def test_blanks_around_a_value_are_not_part_of_it():
    wire = WireRequest("GET", URL, (("Authorization", Secret(" Bearer abc\t ")),))
    assert headers_for_wire(wire)[-1] == (b"Authorization", b"Bearer abc")


@pytest.mark.parametrize("value", ["a\nb", "a\r\nX: y", "a\0", "ü", "\x7f", "a\ud800"])
def test_a_value_that_cannot_be_sent_is_refused_without_being_quoted(value):
    wire = WireRequest("GET", URL, (("X-Mine", Secret("TOKEN" + value)),))
    with pytest.raises(WorkbenchError) as caught:
        headers_for_wire(wire)
    assert "X-Mine" in caught.value.problem.title
    assert "TOKEN" not in repr(caught.value.problem)


@pytest.mark.parametrize("name", ["", "a b", "a:", "ü", "a\n", "("])
def test_a_name_that_cannot_be_sent_is_refused(name):
    with pytest.raises(WorkbenchError):
        headers_for_wire(WireRequest("GET", URL, ((name, "x"),)))


def test_a_length_that_does_not_fit_is_refused():
    wire = WireRequest("POST", URL, (("content-length", "4"),), b"abc")
    with pytest.raises(WorkbenchError, match="has 3 bytes"):
        headers_for_wire(wire)


def test_headers_that_http2_forbids():
    assert needs_http1(WireRequest("GET", URL, (("connection", "close"),)))
    assert not needs_http1(WireRequest("GET", URL, (("X", "close"),)))


def test_bytes_of_a_header_as_text():
    assert header_text("grün".encode()) == "grün"
    assert header_text(b"gr\xfcn") == "grün"


def test_a_token():
    assert is_token("M-SEARCH")
    assert not is_token("GET /x")
