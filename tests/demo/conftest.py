"""One tenant serves all tests that leave it as they found it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.demo.running import RunningTenant, start_tenant


@pytest.fixture(scope="session")
def tenant() -> Iterator[RunningTenant]:
    running = start_tenant("--rows", "5000", "--parent-pid", str(os.getpid()))
    yield running
    running.stop()


@pytest.fixture
def fresh() -> Iterator[RunningTenant]:
    """A tenant of its own, for tests that change data."""
    running = start_tenant("--rows", "100", "--parent-pid", str(os.getpid()))
    yield running
    running.stop()


@pytest.fixture
def faulty(tenant: RunningTenant) -> Iterator[RunningTenant]:
    """The tenant, which behaves again afterwards."""
    yield tenant
    tenant.behave()
