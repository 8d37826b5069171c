"""`LegacyContracts`: its broker fails, so every request for it ends in 500."""

from __future__ import annotations

import sqlite3

from k2bench.demo.odata.model import Edm, Property, SmartObject

FAILURE = (
    "ServiceObject 'LegacyContracts': The service broker failed: A network-related or "
    "instance-specific error occurred while establishing a connection to SQL Server. "
    "(provider: Named Pipes Provider, error: 40)"
)


def _populate(_connection: sqlite3.Connection, _history_rows: int) -> None:
    """There is nothing to read."""


LEGACY_CONTRACTS = SmartObject(
    name="LegacyContracts",
    title="Legacy Contracts",
    key="ContractNo",
    properties=(
        Property("ContractNo", Edm.INT64, nullable=False),
        Property("Partner", Edm.STRING),
    ),
    populate=_populate,
    failure=FAILURE,
)
