"""Named methods of SmartObjects, as actions on the entity set.

That v4 exposes all methods and executes with POST is known, the form of their URLs is not
(k2-facts.md, OData): here it is `{entity set}/{method}`, with or without the namespace, and the
inputs are the body's properties.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from k2bench.demo.odata.clause import Value
from k2bench.demo.odata.errors import bad_request, not_found
from k2bench.demo.odata.model import NAMESPACE, Method, MethodKind, SmartObject
from k2bench.demo.odata.payload import stored_object
from k2bench.demo.odata.tables import Tables

MAX_ROWS = 1000


def find_method(smartobject: SmartObject, segment: str) -> Method:
    """The method that a path segment names.

    Raises:
        ODataError: 404 when there is none.
    """
    name = segment.removeprefix(f"{NAMESPACE}.")
    for method in smartobject.methods:
        if method.name == name:
            return method
    raise not_found(f"Resource not found for the segment '{segment}'.")


def method_inputs(
    smartobject: SmartObject, method: Method, body: dict[str, Any]
) -> dict[str, Value]:
    """The inputs by property name, as SQLite compares them.

    Raises:
        ODataError: 400 for one that is missing, null or of a wrong type.
    """
    columns = stored_object(smartobject, body)
    inputs = {name: columns.get(f'"{name}"') for name in method.inputs}
    for name, value in inputs.items():
        if value is None:
            raise bad_request(f"The method '{method.name}' requires the input '{name}'.")
    return inputs


def run_method(
    tables: Tables, smartobject: SmartObject, method: Method, inputs: Mapping[str, Value]
) -> Sequence[tuple[Any, ...]]:
    """Runs a method; returns the rows it gives back, one for a method of kind EXECUTE.

    Raises:
        ODataError: 404 when there is no row with the key.
    """
    key = smartobject.key_property
    columns = ", ".join(prop.column for prop in smartobject.properties)
    select = f"SELECT {columns} FROM {smartobject.table}"
    if method.kind is MethodKind.LIST:
        sql = f"{select} WHERE {method.sql} ORDER BY {key.order_column} LIMIT {MAX_ROWS}"
        return tables.rows(sql, inputs)
    condition = f"{key.column} = :{key.name}"
    if tables.change(f"UPDATE {smartobject.table} SET {method.sql} WHERE {condition}", inputs) == 0:
        raise not_found(f"No '{smartobject.name}' with the key ({inputs[key.name]}) exists.")
    return tables.rows(f"{select} WHERE {condition}", {key.name: inputs[key.name]})
