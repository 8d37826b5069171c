"""`EmployeeSample`, the SmartObject of the vendor's own OData page, with 1,500 employees."""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
from collections.abc import Iterator

from k2bench.demo.odata.model import Edm, Method, MethodKind, Property, SmartObject
from k2bench.demo.odata.smartobjects.insert import insert_rows
from k2bench.demo.odata.smartobjects.names import FIRST_NAMES, LAST_NAMES, PIONEERS

ROWS = 1_500
SEED = 1815

LEVELS = ("Junior", "Senior", "Lead", "Principal", None)
FIRST_DEPARTMENT, DEPARTMENTS = 100, 12


def _populate(connection: sqlite3.Connection, _history_rows: int) -> None:
    insert_rows(connection, EMPLOYEE_SAMPLE, _rows())


def _rows() -> Iterator[tuple[object, ...]]:
    source = random.Random(SEED)
    for number in range(1, ROWS + 1):
        if number <= len(PIONEERS):
            first, last = PIONEERS[number - 1]
        else:
            first, last = source.choice(FIRST_NAMES), source.choice(LAST_NAMES)
        yield (
            number,
            first,
            last,
            (dt.date(1998, 1, 5) + dt.timedelta(days=source.randrange(9_800))).isoformat(),
            FIRST_DEPARTMENT + source.randrange(DEPARTMENTS),
            source.choice(LEVELS),
            source.randrange(2_800_000, 14_500_000),
            int(source.random() < 0.93),
        )


EMPLOYEE_SAMPLE = SmartObject(
    name="EmployeeSample",
    title="Employee Sample",
    key="ID",
    properties=(
        Property("ID", Edm.INT64, nullable=False),
        Property("FirstName", Edm.STRING, max_length=100),
        Property("LastName", Edm.STRING, max_length=100),
        Property("HireDate", Edm.DATE),
        Property("DepartmentCode", Edm.INT32),
        Property("Joblevel", Edm.STRING, max_length=50),
        Property("Salary", Edm.DECIMAL, scale=2),
        Property("Active", Edm.BOOLEAN),
    ),
    populate=_populate,
    methods=(
        Method("Promote", MethodKind.EXECUTE, '"Joblevel" = :Joblevel', ("ID", "Joblevel")),
        Method(
            "ListByDepartment",
            MethodKind.LIST,
            '"DepartmentCode" = :DepartmentCode',
            ("DepartmentCode",),
        ),
    ),
)
