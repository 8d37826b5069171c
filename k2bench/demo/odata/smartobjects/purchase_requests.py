"""`PurchaseRequests`: every property type K2 has, a GUID key, and values that are hard to show.

Decimals of four digits, whole numbers beyond 2**53, points in time at several offsets, nulls,
long text, and text in many scripts.
"""

from __future__ import annotations

import random
import sqlite3
import uuid
from collections.abc import Iterator

from k2bench.demo.odata.model import Edm, Method, MethodKind, Property, SmartObject
from k2bench.demo.odata.smartobjects.insert import insert_rows
from k2bench.demo.odata.smartobjects.names import FIRST_NAMES, LAST_NAMES
from k2bench.demo.odata.temporal import (
    EPOCH_TICKS,
    TICKS_PER_SECOND,
    Instant,
    format_date,
    format_instant,
)

ROWS = 2_400
SEED = 1970
FIRST_NUMBER = 2**53 + 1  # the first that a JavaScript number cannot hold
FIRST_SECOND = 1_640_995_200  # 2022-01-01
SECONDS = 3 * 365 * 86_400

_ITEMS = (
    "Laptop 14\"", "Desk (height-adjustable)", "Visitor's chairs", "Server rack & rails",
    "Café machine", "Drucker für Büro 3.OG", "ノートパソコン", "Мониторы 27\"", "مكتب جديد",
    "Team offsite 🏔️", "Licence: 50% discount", "Whiteboard_markers", "Travel Zürich–München",
    "<b>Bold</b> furniture", "Safety gloves, size 10",
)  # fmt: skip
_STATUS = ("Draft", "Submitted", "Approved", "Rejected", "Ordered")
_CURRENCIES = ("EUR", "USD", "CHF", "GBP", "JPY")
_OFFSETS = (0, 60, 120, -300, 330, 600, -210)
_SENTENCE = "The present equipment is out of warranty and slows the whole team down. "


def _populate(connection: sqlite3.Connection, _history_rows: int) -> None:
    insert_rows(connection, PURCHASE_REQUESTS, _rows())


def _rows() -> Iterator[tuple[object, ...]]:
    source = random.Random(SEED)
    for number in range(ROWS):
        requested = _requested_on(source)
        needed_day = requested.local // (86_400 * TICKS_PER_SECOND) + source.randrange(5, 90)
        status = source.choice(_STATUS)
        yield (
            str(uuid.UUID(int=source.getrandbits(128), version=4)),
            FIRST_NUMBER + 2 * number,
            source.choice(_ITEMS),
            _description(source, number),
            source.randrange(-50_000, 9_000_000_000),
            source.choice(_CURRENCIES),
            f"{source.choice(FIRST_NAMES)} {source.choice(LAST_NAMES)}",
            None if source.random() < 0.1 else f"SUP-{source.randrange(1, 121):04d}",
            format_instant(requested),
            requested.utc,
            None if source.random() < 0.25 else format_date(needed_day),
            {"Approved": 1, "Ordered": 1, "Rejected": 0}.get(status),
            status,
        )


def _requested_on(source: random.Random) -> Instant:
    ticks = (FIRST_SECOND + source.randrange(SECONDS)) * TICKS_PER_SECOND
    if source.random() < 0.2:
        ticks += source.randrange(TICKS_PER_SECOND)
    return Instant(EPOCH_TICKS + ticks, source.choice(_OFFSETS))


def _description(source: random.Random, number: int) -> str | None:
    if number % 400 == 7:
        return _SENTENCE * 400  # long text
    if source.random() < 0.3:
        return None
    return _SENTENCE * source.randrange(1, 5) + "\n\nThank you."


PURCHASE_REQUESTS = SmartObject(
    name="PurchaseRequests",
    title="Purchase Requests",
    key="Request_ID",
    properties=(
        Property("Request_ID", Edm.GUID, nullable=False),
        Property("Request_Number", Edm.INT64, nullable=False),
        Property("Title", Edm.STRING, max_length=200),
        Property("Description", Edm.STRING),
        Property("Amount", Edm.DECIMAL, scale=4),
        Property("Currency", Edm.STRING, max_length=3),
        Property("Requester", Edm.STRING, max_length=200),
        Property("Supplier_Code", Edm.STRING, max_length=20),
        Property("Requested_On", Edm.DATE_TIME_OFFSET, nullable=False),
        Property("Needed_By", Edm.DATE),
        Property("Approved", Edm.BOOLEAN),
        Property("Status", Edm.STRING, max_length=20),
    ),
    populate=_populate,
    methods=(
        Method(
            "Approve",
            MethodKind.EXECUTE,
            '"Status" = \'Approved\', "Approved" = 1',
            ("Request_ID",),
        ),
        Method("Set_Status", MethodKind.EXECUTE, '"Status" = :Status', ("Request_ID", "Status")),
        Method("ListByStatus", MethodKind.LIST, '"Status" = :Status', ("Status",)),
    ),
)
