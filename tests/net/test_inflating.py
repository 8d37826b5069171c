"""The stages of gzip and deflate by themselves."""

import gzip
import os
import zlib

import pytest

from k2bench.net.inflating import STEP, CorruptError, DeflateStage, GzipStage


def test_a_step_is_bounded():
    stage = GzipStage()
    steps = [len(output) for output in stage.steps(gzip.compress(bytes(10 * STEP)))]
    assert max(steps) == STEP
    assert sum(steps) == 10 * STEP
    assert stage.finished
    assert not stage.trailing


def test_output_that_ends_with_a_full_step_is_complete():
    stage = DeflateStage()
    wire = zlib.compress(bytes(STEP))
    assert b"".join(stage.steps(wire[:-5])) == bytes(STEP)
    assert not stage.finished
    assert b"".join(stage.steps(wire[-5:])) == b""
    assert stage.finished


def test_members_follow_each_other_even_byte_by_byte():
    wire = gzip.compress(b"one ") + gzip.compress(b"") + gzip.compress(b"two")
    stage = GzipStage()
    came = b"".join(b"".join(stage.steps(wire[i : i + 1])) for i in range(len(wire)))
    assert came == b"one two"
    assert stage.finished


def test_what_stands_before_the_damage_is_given_out():
    body = os.urandom(100_000)
    wire = bytearray(zlib.compress(body, 0))  # stored: each byte has its place
    wire[65_000 + 12] ^= 0xFF  # inside the second block's header or data
    wire[-1] ^= 0xFF
    stage, came = DeflateStage(), []
    with pytest.raises(CorruptError):
        came.extend(stage.steps(bytes(wire)))  # extend keeps what came before the error
    assert len(b"".join(came)) == 100_000


def test_a_broken_block_keeps_the_blocks_before():
    compressor = zlib.compressobj(6, wbits=-15)
    first = compressor.compress(b"a" * 500) + compressor.flush(zlib.Z_FULL_FLUSH)
    broken = first + b"\xff\xff\xff\xff"  # block type 3 does not exist (RFC 1951, 3.2.3)
    stage, came = DeflateStage(), []
    with pytest.raises(CorruptError):
        came.extend(stage.steps(broken))
    assert b"".join(came) == b"a" * 500


@pytest.mark.parametrize("start", [b"PK", b"{}", b"\x1f\x8c"])
def test_no_gzip_at_all(start):
    with pytest.raises(CorruptError):
        list(GzipStage().steps(start))


def test_an_unfinished_stage_says_so():
    for stage in (GzipStage(), DeflateStage()):
        assert not stage.finished
        list(stage.steps(b"\x1f" if isinstance(stage, GzipStage) else b"\x78"))
        stage.close()
        assert not stage.finished
        assert not stage.trailing
