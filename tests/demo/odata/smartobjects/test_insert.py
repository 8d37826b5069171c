from __future__ import annotations

import sqlite3

from k2bench.demo.odata.smartobjects.departments import DEPARTMENTS
from k2bench.demo.odata.smartobjects.insert import insert_rows


def test_values_go_into_columns_in_order() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(DEPARTMENTS.create_table())
    insert_rows(connection, DEPARTMENTS, [(1, "x", None, 100, None, None)])
    assert connection.execute('SELECT "Code", "Budget" FROM "Departments"').fetchall() == [(1, 100)]
    connection.close()
