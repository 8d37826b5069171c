"""The events are values."""

from k2bench.core.response import Timings
from k2bench.net.events import Chunk, End, Head


def test_headers_of_one_name_are_joined():
    head = Head(200, headers=(("Content-Encoding", "gzip"), ("content-encoding", "br"), ("A", "b")))
    assert head.header("CONTENT-ENCODING") == "gzip, br"
    assert head.header("missing") is None


def test_a_chunk_does_not_print_the_body():
    assert repr(Chunk(b"secret")) == "Chunk(6 bytes)"


def test_events_are_values():
    assert End(Timings(), 1, 2) == End(Timings(), 1, 2)
