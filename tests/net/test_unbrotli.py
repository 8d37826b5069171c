"""The stage of brotli by itself."""

import os

import brotli
import pytest

from k2bench.net.inflating import CorruptError
from k2bench.net.unbrotli import BrotliStage


def test_steps_are_bounded_in_output_and_in_input():
    flood, noise = bytes(5_000_000), os.urandom(500_000)
    stage = BrotliStage()
    steps = [len(output) for output in stage.steps(brotli.compress(flood + noise, quality=2))]
    assert max(steps) <= 256 * 1024
    assert sum(steps) == 5_500_000
    assert len(steps) > 500_000 / 16_384
    assert stage.finished


def test_output_that_the_limit_held_back_is_not_lost():
    """The library says that it accepts more while output is still waiting."""
    body = b"".join(b'{"id": %d, "name": "abc %d"},' % (i, i * 7) for i in range(100_000))
    stage = BrotliStage()
    assert b"".join(stage.steps(brotli.compress(body, quality=5))) == body


def test_damage_is_told():
    wire = bytearray(brotli.compress(os.urandom(10_000)))
    wire[0] ^= 0xFF
    with pytest.raises(CorruptError):
        list(BrotliStage().steps(bytes(wire)))


def test_bytes_behind_the_end():
    stage = BrotliStage()
    assert b"".join(stage.steps(brotli.compress(b"hello"))) == b"hello"
    assert not stage.trailing
    assert b"".join(stage.steps(b"more")) == b""
    assert stage.trailing
