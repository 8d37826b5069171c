"""Runs a query and cuts its result into pages by key."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from k2bench.demo.odata.model import Property, SmartObject
from k2bench.demo.odata.ordering import Clause, OrderTerm, after
from k2bench.demo.odata.skiptoken import SkipToken

PAGE_SIZE = 1000


@dataclass(frozen=True, slots=True)
class ListQuery:
    """A parsed request for the rows of one SmartObject."""

    smartobject: SmartObject
    select: tuple[Property, ...]
    order: tuple[OrderTerm, ...]
    where: Clause | None = None
    top: int | None = None
    skip: int = 0
    count: bool = True
    token: SkipToken | None = None
    page_size: int = PAGE_SIZE


@dataclass(frozen=True, slots=True)
class Page:
    """One page: rows with the selected values first, the count, and where the next one starts."""

    rows: Sequence[Sequence[Any]]
    count: int | None
    next: SkipToken | None


def read_page(connection: sqlite3.Connection, query: ListQuery) -> Page:
    """Reads one page and, with the first one, the count of the whole query."""
    token = query.token
    count = token.count if token else _count(connection, query)
    remaining = token.remaining if token else query.top
    limit = query.page_size if remaining is None else min(query.page_size, remaining)
    rows = _rows(connection, query, limit)
    if len(rows) <= limit or limit == remaining:
        return Page(rows[:limit], count, None)
    left = None if remaining is None else remaining - limit
    last = tuple(rows[limit - 1][-len(query.order) :])
    return Page(rows[:limit], count, SkipToken(last, left, count))


def count_rows(connection: sqlite3.Connection, query: ListQuery) -> int:
    """The number of rows that match `$filter`, regardless of `$top` and `$skip`."""
    where = f" WHERE {query.where.sql}" if query.where else ""
    parameters = query.where.parameters if query.where else ()
    sql = f"SELECT count(*) FROM {query.smartobject.table}{where}"
    (count,) = connection.execute(sql, parameters).fetchone()
    return int(count)


def _count(connection: sqlite3.Connection, query: ListQuery) -> int | None:
    return count_rows(connection, query) if query.count else None


def _rows(connection: sqlite3.Connection, query: ListQuery, limit: int) -> list[tuple[Any, ...]]:
    """Up to one row more than `limit`, to tell whether there is a next page."""
    conditions = [query.where] if query.where else []
    if query.token:
        conditions.append(after(query.order, query.token.after))
    columns = [prop.column for prop in query.select]
    columns += [term.property.order_column for term in query.order]
    where = " AND ".join(f"({condition.sql})" for condition in conditions) or "1"
    order = ", ".join(term.sql() for term in query.order)
    parameters = [value for condition in conditions for value in condition.parameters]
    offset = 0 if query.token else query.skip
    return connection.execute(
        f"SELECT {', '.join(columns)} FROM {query.smartobject.table} "
        f"WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",
        [*parameters, limit + 1, offset],
    ).fetchall()
