from __future__ import annotations

import time
from concurrent.futures import Future
from typing import Any

import pytest

from k2bench.demo.scim import directory
from k2bench.demo.scim.loading import load_in_background
from tests.demo.running import SCIM_SCOPE, start_tenant


def test_a_request_that_comes_early_waits_for_the_directory() -> None:
    running = start_tenant("--rows", "10")
    try:
        start = time.monotonic()
        assert running.scim("Users?count=1").status_code == 200
        assert time.monotonic() - start < 30
        assert running.token(scope=SCIM_SCOPE)
    finally:
        running.stop()


def test_a_failure_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Any:
        raise OSError("no directory")

    monkeypatch.setattr(directory, "create_directory", fail)
    future: Future[Any] = Future()
    load_in_background(future)
    with pytest.raises(OSError, match="no directory"):
        future.result(10)
