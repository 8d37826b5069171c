"""`Suppliers`: a text key, opening hours, and names that trip careless quoting and matching."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator

from k2bench.demo.odata.model import Edm, Method, MethodKind, Property, SmartObject
from k2bench.demo.odata.smartobjects.insert import insert_rows

ROWS = 120
SEED = 1906

_AWKWARD = (
    "O'Reilly & Sons",
    "100% Recycled Paper",
    "snake_case Software",
    'The "Quoted" Company',
    "Müller & Söhne GmbH",
    "müller & söhne gmbh",
    "MÜLLER & SÖHNE GMBH",
    "Straße der Bücher",
    "株式会社 富士事務機",
    "Ελληνικά Γραφικά ΑΕ",
    "شركة القرطاسية",
    "Zażółć Gęślą Jaźń",
    "Cafe\u0301 Decomposed",
    "Café Composed",
    "Rocket 🚀 Logistics",
    "  Leading and trailing blanks  ",
    "C:\\Tools\\Bolts",
    "Plus+Minus=Zero; DROP TABLE",
)
_FIRST = ("Northern", "United", "Global", "Alpine", "Pacific", "Urban", "Golden", "Silver")
_SECOND = ("Office", "Steel", "Logistics", "Paper", "Energy", "Catering", "Software", "Tools")
_FORMS = ("Ltd", "GmbH", "B.V.", "Inc.", "AG", "S.A.", "Pty Ltd")
_COUNTRIES = ("AU", "CH", "DE", "FR", "GB", "JP", "NL", "US", "ZA", None)
_OPENING = ("07:00:00", "08:30:00", "09:00:00", "09:15:30", "00:00:00", None)


def _populate(connection: sqlite3.Connection, _history_rows: int) -> None:
    insert_rows(connection, SUPPLIERS, _rows())


def _rows() -> Iterator[tuple[object, ...]]:
    source = random.Random(SEED)
    for number in range(1, ROWS + 1):
        made_up = " ".join(map(source.choice, (_FIRST, _SECOND, _FORMS)))
        name = _AWKWARD[number - 1] if number <= len(_AWKWARD) else made_up
        yield (
            f"SUP-{number:04d}",
            name,
            source.choice(_COUNTRIES),
            source.choice(_OPENING),
            source.choice((None, *range(10, 51))),
            source.choice((0, 1, None)),
            None if number % 3 else f"https://supplier{number:04d}.example/?q=a&b=c#top",
        )


SUPPLIERS = SmartObject(
    name="Suppliers",
    title="Suppliers",
    key="Supplier_Code",
    properties=(
        Property("Supplier_Code", Edm.STRING, nullable=False, max_length=20),
        Property("Name", Edm.STRING, nullable=False, max_length=200),
        Property("Country", Edm.STRING, max_length=2),
        Property("Opens_At", Edm.TIME_OF_DAY),
        Property("Rating", Edm.DECIMAL, scale=1),
        Property("Preferred", Edm.BOOLEAN),
        Property("Website", Edm.STRING),
    ),
    populate=_populate,
    methods=(Method("ListByCountry", MethodKind.LIST, '"Country" = :Country', ("Country",)),),
)
