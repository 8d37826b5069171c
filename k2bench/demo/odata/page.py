"""Runs a query and cuts its result into pages by key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from k2bench.demo.odata.clause import Clause
from k2bench.demo.odata.model import Property, SmartObject
from k2bench.demo.odata.ordering import OrderTerm, after
from k2bench.demo.odata.skiptoken import SkipToken
from k2bench.demo.odata.tables import Tables

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


def read_page(tables: Tables, query: ListQuery) -> Page:
    """Reads one page and, with the first one, the count of the whole query."""
    token = query.token
    count = token.count if token else _count(tables, query)
    remaining = token.remaining if token else query.top
    limit = query.page_size if remaining is None else min(query.page_size, remaining)
    rows = _rows(tables, query, limit)
    if len(rows) <= limit or limit == remaining:
        return Page(rows[:limit], count, None)
    left = None if remaining is None else remaining - limit
    last = tuple(rows[limit - 1][-len(query.order) :])
    return Page(rows[:limit], count, SkipToken(last, left, count))


def count_rows(tables: Tables, query: ListQuery) -> int:
    """The number of rows that match `$filter`, regardless of `$top` and `$skip`."""
    return tables.count(query.smartobject, query.where)


def _count(tables: Tables, query: ListQuery) -> int | None:
    return count_rows(tables, query) if query.count else None


def _rows(tables: Tables, query: ListQuery, limit: int) -> list[tuple[Any, ...]]:
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
    return tables.rows(
        f"SELECT {', '.join(columns)} FROM {query.smartobject.table} "
        f"WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",
        [*parameters, limit + 1, offset],
    )
