"""One exchange over real sockets: what goes out, and what comes back."""

import subprocess
import sys

import pytest

from k2bench.core.secret import Secret
from k2bench.core.url import finished
from k2bench.net.tls import TlsSetting


def test_an_answer_comes_as_head_chunks_and_end(serve, net, record):
    recorder = record(b'{"value":[]}', "Content-Type: application/json", "x-TRACE: a", "X-Trace: b")
    answer = net.send(serve(recorder).url + "/api")
    assert (answer.head.status, answer.head.reason) == (200, "OK")
    assert answer.head.http_version == "HTTP/1.1"
    assert answer.head.headers == (
        ("Content-Length", "12"),
        ("Content-Type", "application/json"),
        ("x-TRACE", "a"),
        ("X-Trace", "b"),
    )
    assert answer.body == b'{"value":[]}'
    assert (answer.end.wire_bytes, answer.end.decoded_bytes) == (12, 12)
    assert answer.end.problem is None
    assert answer.head.tls is None


@pytest.mark.parametrize(
    "target",
    [
        "/api/odatav4/v4/Orders?$filter=Name%20eq%20'O''Neil'&$top=20",
        "/Orders(1)/Lines(Key='a%2Fb',Other=2);v=1?$select=A,B",
        "/a/../b/./c//d?x=[1]&y=%5B1%5D",
        "/?",
        "/x?a=1?b=2",
        "/%7e%C3%bc?q=%2b+%2B&lower=%2f",
        "/x?" + "a" * 70_000,
    ],
)
def test_the_request_line_is_the_finished_url_byte_for_byte(serve, net, target, record):
    recorder = record()
    server = serve(recorder)
    url = server.url + target
    assert finished(url) == url
    net.send(url)
    assert recorder.lines[0] == f"GET {target} HTTP/1.1"


def test_only_chosen_headers_go_out(serve, net, record):
    recorder = record()
    server = serve(recorder)
    answer = net.send(
        server.url + "/",
        headers=[("accept", "application/json"), ("Authorization", Secret("Bearer abc"))],
    )
    assert recorder.lines[1:] == [
        f"Host: {server.host}",
        "User-Agent: k2bench/0.1.0",
        "Accept-Encoding: gzip, deflate, br",
        "accept: application/json",
        "Authorization: Bearer abc",
    ]
    assert answer.head.sent == (
        ("Host", server.host),
        ("User-Agent", "k2bench/0.1.0"),
        ("Accept-Encoding", "gzip, deflate, br"),
        ("accept", "application/json"),
        ("Authorization", "Bearer ****"),
    )


def test_a_body_goes_out_with_its_length(serve, net, record):
    recorder = record()
    server = serve(recorder)
    body = bytes(range(256)) * 5000
    net.send(server.url + "/", "POST", [("Content-Type", "x/y")], body)
    assert recorder.lines[-1] == f"Content-Length: {len(body)}"
    assert recorder.bodies == [body]


def test_tls_says_what_it_agreed_on(serve, net, authority, record):
    server = serve(record(b"hello"), authority.context())
    answer = net.send(server.url + "/", tls=authority.setting)
    assert answer.body == b"hello"
    assert answer.head.tls.version == "TLSv1.3"
    assert "Test Authority" in answer.head.tls.issuer
    assert answer.head.tls.not_after.endswith("UTC")


def test_without_verification_any_certificate_is_taken_and_shown(serve, net, authority, record):
    server = serve(record(b"x"), authority.context("other.test"))
    answer = net.send(server.url, tls=TlsSetting(verify=False))
    assert "Test Authority" in answer.head.tls.issuer


def test_login_in_the_url_is_not_sent(serve, net, record):
    recorder = record()
    server = serve(recorder)
    net.send(server.url.replace("://", "://user:pw@") + "/x", headers=[("Authorization", "B a")])
    assert "Authorization: B a" in recorder.lines
    assert not any("Basic" in line for line in recorder.lines)


def test_redirects_and_cookies_are_left_to_others(serve, net, record):
    headers = ("Location: http://[bad", "Set-Cookie: a=b")
    recorder = record(b"moved", *headers, status="302 Found")
    server = serve(recorder)
    answer = net.send(server.url + "/x", keep_alive=True)
    assert answer.head.status == 302
    assert answer.head.header("location") == "http://[bad"
    net.send(server.url + "/x", keep_alive=True)
    assert "cookie" not in recorder.requests[1].lower()


def test_header_values_outside_ascii(serve, net):
    def handle(connection):
        connection.request()
        connection.send(b"HTTP/1.1 200 Sch\xf6n\r\nContent-Length: 0\r\n")
        connection.send("X-Utf: grün\r\n".encode(), b"X-Latin: gr\xfcn\r\n\r\n")

    answer = net.send(serve(handle).url)
    assert answer.head.reason == "Schön"
    assert answer.head.headers[1:] == (("X-Utf", "grün"), ("X-Latin", "grün"))


def test_warmed_up_nothing_is_loaded_by_the_first_exchange(serve, authority):
    """In a process of its own: here everything is loaded already."""
    server = serve(lambda c: (c.request(), c.answer(b"x")), authority.context())
    code = WARM.format(file=authority.file, url=server.url)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    assert done.stdout == "[]\n"


def test_the_command_line_of_the_library_is_not_loaded():
    code = (
        "import sys, k2bench.net.transport; print({'click', 'pygments', 'rich'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == "set()\n", done.stderr


WARM = """
import sys
from contextlib import aclosing
from k2bench.core.wire import WireRequest
from k2bench.net.loop_thread import LoopThread
from k2bench.net.options import ExchangeOptions
from k2bench.net.tls import TlsSetting
from k2bench.net.transport import Transport

transport, options = Transport(), ExchangeOptions(tls=TlsSetting(ca_file={file!r}))

async def send():
    async with aclosing(transport.exchange(WireRequest("GET", {url!r}), options)) as events:
        async for _ in events:
            pass

transport.warm_up(options.tls)
before = set(sys.modules)
LoopThread().run(send, 20)
print(sorted(set(sys.modules) - before - {{"_strptime"}}))
"""


def test_timings_cover_the_phases(serve, net, authority, record):
    server = serve(record(b"x"), authority.context())
    timings = net.send(server.url, tls=authority.setting).end.timings
    parts = (timings.connect, timings.tls, timings.send, timings.wait, timings.receive)
    assert all(part is not None and part >= 0 for part in parts)
    assert sum(parts) <= timings.total
