"""Makes large OData answers for the benchmarks: the same bytes on every machine."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROWS = 200_000  # about 50 MB; 2,000,000 rows are about 500 MB
VERSION = 1  # raise it when the bytes change: old files stay in the cache folder
BATCH = 2_000
HEAD = b'{"@odata.context":"https://demo.test/api/odatav4/v4/$metadata#EmployeeSample","value":['
TAIL = b"]}"

_FIRST = ("Anna", "José", "Jürgen", "Mary Ann", "Zoë", "Søren", "Łukasz", "Ng", "李", "O'Neil")
_LAST = ("Müller", "Smith", 'van "Dutch" Dyk', "Nguyễn", "García", "Jones", "Brown", "Ito")
_CITIES = ("Denver", "Oslo", "Zürich", "Kuala Lumpur", "São Paulo", "Sydney")
_TEAMS = ("Finance", "HR", "R\\D", "Sales & Service", "IT")
_NOTES = (None, "", "line one\nline two", "on leave", "part\ttime")


def _literals(values: tuple[str | None, ...]) -> list[str]:
    return [json.dumps(value, ensure_ascii=False) for value in values]


FIRST, LAST, CITIES, TEAMS, NOTES = map(_literals, (_FIRST, _LAST, _CITIES, _TEAMS, _NOTES))


def row(number: int) -> str:
    """One row with 12 properties; text, numbers with trailing zeros, dates, nulls."""
    # A fixed shuffle of the row number: columns are unsorted, and the same in every run.
    mixed = (number * 2_654_435_761) & 0xFFFFFFFF
    first, last = mixed % 10, (mixed >> 8) % 8
    return (
        f'{{"ID":{9_007_199_254_740_993 + number},'
        f'"Guid":"{mixed:08x}-0000-4000-8000-{number:012x}",'
        f'"FirstName":{FIRST[first]},"LastName":{LAST[last]},'
        f'"Email":"e{mixed}@demo.test",'
        f'"Team":{TEAMS[mixed % 5]},"City":{CITIES[(mixed >> 4) % 6]},'
        f'"Salary":{mixed % 90_000 + 10_000}.{mixed % 10}0,'
        f'"Active":{"true" if mixed & 64 else "false"},'
        f'"HireDate":"{1990 + mixed % 35}-{mixed % 12 + 1:02}-{mixed % 28 + 1:02}",'
        f'"ManagerID":{mixed % 500 if mixed & 7 else "null"},"Notes":{NOTES[(mixed >> 12) % 5]}}}'
    )


def chunks(rows: int) -> Iterator[bytes]:
    """The body in pieces of about half a megabyte."""
    yield HEAD
    for start in range(0, rows, BATCH):
        batch = ",".join(row(number) for number in range(start, min(start + BATCH, rows)))
        yield (b"," if start else b"") + batch.encode()
    yield TAIL


def odata_file(rows: int = ROWS) -> Path:
    """A file with an OData v4 JSON answer of so many rows; made once, then found again."""
    folder = Path(tempfile.gettempdir()) / "k2bench-bench-bodies"
    path = folder / f"odata-{rows}-rows-v{VERSION}.json"
    if not path.exists():
        folder.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as half_made:
            half_made.writelines(chunks(rows))
        os.replace(half_made.name, path)
    return path
