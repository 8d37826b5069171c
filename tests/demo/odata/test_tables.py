from __future__ import annotations

import sqlite3

from k2bench.demo.odata.clause import Clause
from k2bench.demo.odata.smartobjects.departments import DEPARTMENTS
from k2bench.demo.odata.tables import Tables


def test_counts_follow_changes() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(DEPARTMENTS.create_table())
    DEPARTMENTS.populate(connection, 0)
    tables = Tables(connection)
    assert tables.count(DEPARTMENTS) == 12
    assert tables.count(DEPARTMENTS, Clause('"Parent_Code" IS ?', (102,))) == 2
    assert tables.change('DELETE FROM "Departments" WHERE "Code" = ?', [100]) == 1
    assert tables.count(DEPARTMENTS) == 11
    connection.close()
