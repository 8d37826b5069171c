"""Create, Read, Update and Delete of one row, on the database thread.

K2 updates with PUT; whether it clears the properties that are not sent is not known
(k2-facts.md, OData). Here they keep their values.
"""

from __future__ import annotations

import sqlite3
import uuid
from typing import Any

from k2bench.demo.odata.errors import ODataError, bad_request, not_found
from k2bench.demo.odata.model import Edm, SmartObject
from k2bench.demo.odata.tables import Tables
from k2bench.demo.odata.values import Stored

Row = tuple[Any, ...]


def read_row(tables: Tables, smartobject: SmartObject, key: int | str) -> Row:
    """The values of all properties of one row.

    Raises:
        ODataError: 404 when there is no such row.
    """
    columns = ", ".join(prop.column for prop in smartobject.properties)
    rows = tables.rows(
        f"SELECT {columns} FROM {smartobject.table} WHERE {smartobject.key_property.column} = ?",
        [key],
    )
    if not rows:
        raise not_found(f"No '{smartobject.name}' with the key ({key}) exists.")
    return rows[0]


def create_row(tables: Tables, smartobject: SmartObject, columns: Stored) -> int | str:
    """Inserts a row; returns its key, which is generated for a number or a GUID not given.

    Raises:
        ODataError: 400 when a required property is missing, 409 when the key is taken.
    """
    key_column = smartobject.key_property.column
    if key_column not in columns:
        columns = columns | {key_column: _generated_key(tables, smartobject)}
    missing = [
        prop.name
        for prop in smartobject.properties
        if not prop.nullable and prop.column not in columns
    ]
    if missing:
        raise bad_request(f"The property '{missing[0]}' is required.")
    places = ", ".join("?" * len(columns))
    sql = f"INSERT INTO {smartobject.table} ({', '.join(columns)}) VALUES ({places})"
    try:
        tables.change(sql, list(columns.values()))
    except sqlite3.IntegrityError:
        raise ODataError(
            409, f"A '{smartobject.name}' with the key ({columns[key_column]}) exists already."
        ) from None
    key = columns[key_column]
    assert key is not None
    return key


def update_row(tables: Tables, smartobject: SmartObject, key: int | str, columns: Stored) -> None:
    """Changes the given columns of one row.

    Raises:
        ODataError: 404 when there is no such row, 400 when the key would change.
    """
    key_column = smartobject.key_property.column
    if columns.get(key_column, key) != key:
        raise bad_request(f"The key property '{smartobject.key}' cannot be changed.")
    assignments = [f"{column} = ?" for column in columns] or [f"{key_column} = {key_column}"]
    sql = f"UPDATE {smartobject.table} SET {', '.join(assignments)} WHERE {key_column} = ?"
    if tables.change(sql, [*columns.values(), key]) == 0:
        raise not_found(f"No '{smartobject.name}' with the key ({key}) exists.")


def delete_row(tables: Tables, smartobject: SmartObject, key: int | str) -> None:
    """Removes one row.

    Raises:
        ODataError: 404 when there is no such row.
    """
    sql = f"DELETE FROM {smartobject.table} WHERE {smartobject.key_property.column} = ?"
    if tables.change(sql, [key]) == 0:
        raise not_found(f"No '{smartobject.name}' with the key ({key}) exists.")


def _generated_key(tables: Tables, smartobject: SmartObject) -> int | str:
    prop = smartobject.key_property
    if prop.type is Edm.GUID:
        return str(uuid.uuid4())
    if prop.type not in (Edm.INT32, Edm.INT64):
        raise bad_request(f"The property '{smartobject.key}' is required.")
    ((highest,),) = tables.rows(f"SELECT max({prop.column}) FROM {smartobject.table}")
    return int(highest or 0) + 1
