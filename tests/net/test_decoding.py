"""Content codings: whatever was put on comes off, and a broken body keeps what came."""

import gzip
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.core.problem import ProblemKind
from k2bench.net.decoding import Decoding

NO_LIMIT = 1 << 40


def raw_deflate(data):
    compressor = zlib.compressobj(wbits=-15)
    return compressor.compress(data) + compressor.flush()


def gzip_members(data):
    half = len(data) // 2
    return gzip.compress(data[:half]) + gzip.compress(data[half:])


PUT_ON = {
    "gzip": gzip.compress,
    "x-gzip": gzip_members,
    "deflate": zlib.compress,
    "Deflate": raw_deflate,
    "br": lambda data: brotli.compress(data, quality=4),
    "identity": lambda data: data,
}


def encoded(data, names):
    for name in names:
        data = PUT_ON[name](data)
    return data


def decoded(data, header, cuts=(), limit=NO_LIMIT):
    """The output, and the decoding after its end; `cuts` are the sizes of the pieces fed."""
    decoding, outputs, position = Decoding(header, limit), [], 0
    for size in (*cuts, len(data)):
        for output in decoding.feed(data[position : position + size]):
            assert len(output) <= 256 * 1024
            outputs.append(output)
        position += size
    decoding.finish()
    assert decoding.decoded == sum(map(len, outputs))
    return b"".join(outputs), decoding


bodies = st.one_of(
    st.binary(max_size=3000),
    st.builds(lambda part, times: part * times, st.binary(max_size=50), st.integers(0, 3000)),
)
stacks = st.lists(st.sampled_from(sorted(PUT_ON)), max_size=4)
cuts = st.lists(st.integers(0, 40), max_size=60)


@given(bodies, stacks, cuts)
def test_any_bytes_in_any_codings_and_any_pieces_come_back(body, names, sizes):
    came, decoding = decoded(encoded(body, names), ", ".join(names), sizes)
    assert came == body
    assert decoding.problem is None


@given(bodies, st.lists(st.sampled_from(["gzip", "deflate", "Deflate", "br"]), min_size=1,
                        max_size=3), st.data())  # fmt: skip
def test_cut_off_anywhere_gives_a_beginning_and_a_problem(body, names, data):
    whole = encoded(body, names)
    length = data.draw(st.integers(1, len(whole) - 1)) if len(whole) > 1 else 0
    came, decoding = decoded(whole[:length], ",".join(names), data.draw(cuts))
    assert body.startswith(came)
    if length:
        assert decoding.problem is not None
        assert decoding.problem.title == "The answer is cut off"


@given(st.binary(min_size=100, max_size=3000), st.sampled_from(["gzip", "deflate"]), st.data())
def test_a_flipped_bit_is_told_and_what_stands_before_it_is_kept(body, name, data):
    whole = bytearray(encoded(body, [name]))
    position = data.draw(st.integers(12, len(whole) - 9))
    whole[position] ^= 1 << data.draw(st.integers(0, 7))
    came, decoding = decoded(bytes(whole), name, data.draw(cuts))
    assert decoding.problem is not None
    assert decoding.problem.kind is ProblemKind.PROTOCOL
    assert came


def test_no_coding_gives_the_bytes_in_pieces():
    body = bytes(1_000_000)
    came, decoding = decoded(body, "")
    assert came == body
    assert decoding.problem is None


@pytest.mark.parametrize("header", ["gzip", "br", "deflate", "zstd", "gzip, br"])
def test_an_answer_without_a_body_is_fine_but_for_the_coding(header):
    came, decoding = decoded(b"", header)
    assert came == b""
    assert (decoding.problem is None) == (header != "zstd")


def test_codings_come_off_in_reverse_order():
    body = b"hello" * 100
    wire = brotli.compress(gzip.compress(body))
    assert decoded(wire, "gzip, br")[0] == body
    assert decoded(wire, " GZIP ,BR ,")[0] == body


@pytest.mark.parametrize("header", ["zstd", "gzip, zstd", "zstd, gzip", "aws-chunked"])
def test_an_unknown_coding_keeps_the_bytes_and_says_so(header):
    came, decoding = decoded(b"\x28\xb5\x2f\xfd...", header)
    assert came == b"\x28\xb5\x2f\xfd..."
    assert "does not know" in decoding.problem.title


def test_too_many_codings_keep_the_bytes():
    wire = encoded(b"x", ["gzip"] * 6)
    came, decoding = decoded(wire, ",".join(["gzip"] * 6))
    assert came == wire
    assert decoding.problem.kind is ProblemKind.POLICY


@pytest.mark.parametrize("header", ["gzip", "gzip, gzip"])
@pytest.mark.parametrize("size", [1, 5, 30])
def test_a_header_that_lies_shows_what_came(header, size):
    body = b'{"value": [{"a": 1}]}'
    came, decoding = decoded(body, header, [size] * 30)
    assert came == body
    assert decoding.problem.title == f"The answer says it is {header}, but it is not"


def test_a_lying_header_does_not_lift_the_limit():
    came, decoding = decoded(b"{" + bytes(1000), "gzip", [10], limit=100)
    assert came == b"{" + bytes(99)
    assert "larger than" in decoding.problem.title


def test_a_wrong_checksum_keeps_everything():
    wire = bytearray(gzip.compress(b"hello" * 1000))
    wire[-6] ^= 1
    came, decoding = decoded(bytes(wire), "gzip")
    assert came == b"hello" * 1000
    assert decoding.problem.title == "The answer is damaged"
    assert decoding.stopped


@pytest.mark.parametrize("name", ["gzip", "deflate", "Deflate"])
@pytest.mark.parametrize("more", [b"\n", b"\x1f", b"\x1fx", b"garbage", bytes(512)])
@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_bytes_behind_the_end_are_left_out_and_told(name, more, size):
    body = b"hello" * 50
    wire = encoded(body, [name]) + more
    came, decoding = decoded(wire, name, [size] * (len(wire) // size + 1))
    assert came == body
    assert decoding.problem.title == "Bytes stand behind the end of the answer"


def test_bytes_behind_the_end_of_brotli_are_told_when_they_come_apart():
    came, decoding = decoded(brotli.compress(b"hello") + b"garbage", "br", [9])
    assert came == b"hello"
    assert decoding.problem is not None


@pytest.mark.parametrize("names", [["gzip"], ["deflate"], ["br"], ["gzip", "br"], []])
def test_the_limit_stops_and_keeps_what_came(names):
    body = bytes(3_000_000)
    came, decoding = decoded(encoded(body, names), ",".join(names), limit=1_000_000)
    assert came == body[:1_000_000]
    assert decoding.stopped
    assert decoding.problem.kind is ProblemKind.POLICY
    assert list(decoding.feed(b"more")) == []


def test_exactly_the_limit_is_no_problem():
    came, decoding = decoded(gzip.compress(bytes(1000)), "gzip", limit=1000)
    assert len(came) == 1000
    assert decoding.problem is None


def test_the_limit_holds_between_codings_too():
    """A stage between may flood while nothing comes out at the end."""
    inner = gzip.compress(b"") * 100_000  # 2 MB that mean nothing
    came, decoding = decoded(gzip.compress(inner), "gzip, gzip", limit=1_000_000)
    assert came == b""
    assert decoding.stopped
    assert "larger than 976.562 KB" in decoding.problem.title


def test_only_brotli_that_floods_may_take_long():
    rows = b"".join(b'{"id": %d, "name": "row %d"},' % (i, i * 7) for i in range(20_000))
    for name, first, later in [("gzip", False, False), ("br", True, False), ("", False, False)]:
        decoding = Decoding(name, NO_LIMIT)
        assert decoding.may_take_long is first
        assert b"".join(decoding.feed(encoded(rows, [name] if name else []))) == rows
        assert decoding.may_take_long is later
    decoding = Decoding("br", NO_LIMIT)
    list(decoding.feed(brotli.compress(bytes(5_000_000))))
    assert decoding.may_take_long


def test_a_bomb_comes_in_many_small_steps():
    compressor = brotli.Compressor(quality=5)
    zeros = bytes(1 << 20)
    bomb = b"".join(compressor.process(zeros) for _ in range(100)) + compressor.finish()
    assert len(bomb) < 1000
    decoding = Decoding("br", 50 << 20)
    steps = [len(output) for output in decoding.feed(bomb)]
    assert sum(steps) == 50 << 20
    assert max(steps) <= 256 * 1024
    assert decoding.stopped
