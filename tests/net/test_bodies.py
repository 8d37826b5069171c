"""Bodies on their way: decoded, cut off, stalled, too large."""

import gzip
import zlib

import brotli
import pytest

from k2bench.core.problem import ProblemKind


def test_answers_without_a_body(serve, net, record):
    recorder = record(b"", "Content-Encoding: gzip")
    server = serve(recorder)
    assert net.send(server.url, "HEAD").end.problem is None
    assert net.send(server.url, "GET").end.problem is None


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate"])
def test_compressed_answers_are_decoded(serve, net, coding, record):
    body = b"hello " * 100_000
    put_on = {"gzip": gzip.compress, "br": brotli.compress, "deflate": zlib.compress}[coding]
    wire = put_on(body)
    answer = net.send(serve(record(wire, f"Content-Encoding: {coding}")).url)
    assert answer.body == body
    assert answer.largest <= 256 * 1024
    assert (answer.end.wire_bytes, answer.end.decoded_bytes) == (len(wire), len(body))
    assert answer.end.problem is None


def test_a_cut_off_body_is_kept_and_told(serve, net):
    def handle(connection):
        connection.request()
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", b"only this")

    answer = net.send(serve(handle).url)
    assert answer.body == b"only this"
    assert answer.end.problem.title == "The answer is cut off"


def test_cut_off_chunks_are_kept_and_told(serve, net):
    def handle(connection):
        connection.request()
        head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"
        part = gzip.compress(b"hello" * 100)[:20]
        connection.send(head, b"%x\r\n" % len(part), part, b"\r\n")

    answer = net.send(serve(handle).url)
    assert answer.body != b"hello" * 100
    assert (b"hello" * 100).startswith(answer.body)
    assert answer.end.problem.kind is ProblemKind.NETWORK


def test_a_body_that_stops_is_kept_and_told(serve, net):
    def handle(connection):
        connection.request()
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", b"only this")
        connection.wait_for_close()

    answer = net.send(serve(handle).url, read_timeout=0.05)
    assert answer.body == b"only this"
    assert answer.end.problem.kind is ProblemKind.TIMEOUT


def test_a_body_over_the_limit_is_stopped(serve, net, record):
    answer = net.send(serve(record(bytes(1000))).url, max_decoded_bytes=100)
    assert answer.body == bytes(100)
    assert answer.end.problem.kind is ProblemKind.POLICY


def test_a_coding_that_lies_shows_what_came(serve, net, record):
    answer = net.send(serve(record(b'{"a":1}', "Content-Encoding: gzip")).url)
    assert answer.body == b'{"a":1}'
    assert answer.end.problem.title == "The answer says it is gzip, but it is not"


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate"])
def test_a_coding_that_ends_early_keeps_what_came(serve, net, coding, record):
    body = b"".join(b"line %d\n" % number for number in range(50_000))
    put_on = {"gzip": gzip.compress, "br": brotli.compress, "deflate": zlib.compress}[coding]
    wire = put_on(body)
    answer = net.send(serve(record(wire[: len(wire) // 2], f"Content-Encoding: {coding}")).url)
    assert 0 < len(answer.body) < len(body)
    assert body.startswith(answer.body)
    assert answer.end.problem.title == "The answer is cut off"


@pytest.mark.parametrize("limit", [1 << 20, 20_000_000])
def test_brotli_that_unpacks_to_a_gigabyte_is_stopped(serve, net, limit, record):
    compressor, zeros = brotli.Compressor(quality=1), bytes(1 << 24)
    bomb = b"".join(compressor.process(zeros) for _ in range(64)) + compressor.finish()
    assert len(bomb) < 1_000_000
    answer = net.send(serve(record(bomb, "Content-Encoding: br")).url, max_decoded_bytes=limit)
    assert answer.body == bytes(limit)
    assert answer.largest <= 256 * 1024
    assert answer.end.problem.kind is ProblemKind.POLICY
