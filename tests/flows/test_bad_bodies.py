"""Bodies that are not what their headers say, from a real socket to the pane."""

import gzip
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import brotli
import pytest

from k2bench.core.environment import Environment
from k2bench.ui.kit.text_view import TextView
from tests.flows.conftest import Driver
from tests.flows.demo_tenant import open_url
from tests.net.conftest import Recorder

ROWS = b'{"value":[' + b",".join(b'{"ID":%d}' % number for number in range(5000)) + b"]}"
LIMIT = 3_000_000


def bomb() -> bytes:
    """A gigabyte of blanks."""
    compressor, blanks = brotli.Compressor(quality=1), b" " * (1 << 24)
    return b"".join(compressor.process(blanks) for _ in range(64)) + compressor.finish()


@pytest.fixture
def ask(start: Callable[..., Driver], serve: Any) -> Callable[..., Driver]:
    """`ask(body, *headers)` sends a request that is answered so."""

    def send(body: bytes, *headers: str) -> Driver:
        server = serve(Recorder(body, *headers))
        driver = start()
        session = driver.app.session
        options = replace(session.exchange.options, max_decoded_bytes=LIMIT)
        session.exchange = replace(session.exchange, options=options)
        session.environments.put(Environment("1", "Here", server.url))
        driver.app.wiring.environments.show_first()
        open_url(driver, f"{server.url}/rows")
        return driver

    return send


def text(driver: Driver, tab: str) -> str:
    response = driver.app.wiring.workspace.tab.response
    response.tabs.open(tab)
    driver.wait(driver.app.bridge.is_idle)
    view = driver.find(f"Response/{tab} text")
    assert isinstance(view, TextView)
    return "\n".join(view.visible_texts())


def test_gzip_that_lies(ask: Callable[..., Driver]) -> None:
    driver = ask(ROWS, "Content-Type: application/json", "Content-Encoding: gzip")
    assert "says it is gzip, but it is not" in driver.problem("Response")
    assert driver.column("ID", 2) == ["0", "1"]
    assert '"value": [' in text(driver, "Pretty")


def test_gzip_that_ends_early(ask: Callable[..., Driver]) -> None:
    packed = gzip.compress(ROWS)
    half = packed[: len(packed) // 2]
    driver = ask(half, "Content-Type: application/json", "Content-Encoding: gzip")
    assert "The answer is cut off" in driver.problem("Response")
    assert driver.column("ID", 2) == ["0", "1"]
    assert '"value": [' in text(driver, "Pretty")
    assert text(driver, "Raw").startswith('{"value":[{"ID":0}')


def test_brotli_that_unpacks_to_a_gigabyte(ask: Callable[..., Driver]) -> None:
    driver = ask(bomb(), "Content-Type: text/plain", "Content-Encoding: br")
    assert "The answer is larger than" in driver.problem("Response")
    assert driver.text("Response/Size").startswith("3.0 MB")
    assert text(driver, "Raw").startswith("   ")
