"""Reads the system query options of a list request."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from k2bench.demo.odata.clause import Clause
from k2bench.demo.odata.errors import bad_request
from k2bench.demo.odata.model import Property, SmartObject
from k2bench.demo.odata.ordering import parse_orderby
from k2bench.demo.odata.page import ListQuery
from k2bench.demo.odata.raw_query import RawQuery
from k2bench.demo.odata.skiptoken import SkipToken
from k2bench.demo.odata.temporal import Instant

_COUNT = re.compile(r"[0-9]{1,18}")


def parse_list_query(
    raw: RawQuery, smartobject: SmartObject, now: Callable[[], Instant]
) -> ListQuery:
    """The query that the options ask for.

    Args:
        raw: The options.
        smartobject: Whose rows are meant.
        now: The present, for `now()` in a filter.

    Raises:
        ODataError: 400 for a malformed option, 501 for one that cannot be evaluated.
    """
    options = raw.options
    query = ListQuery(
        smartobject,
        select=parse_select(options.get("$select", ""), smartobject),
        order=parse_orderby(options.get("$orderby", ""), smartobject),
        where=_parse_filter(options.get("$filter"), smartobject, now),
        top=_parse_count("$top", options["$top"]) if "$top" in options else None,
        skip=_parse_count("$skip", options.get("$skip", "0")),
        count=_parse_boolean("$count", options.get("$count", "true")),
    )
    if "$skiptoken" in options:
        query = replace(query, token=SkipToken.decode(options["$skiptoken"]))
    return query


def parse_select(text: str, smartobject: SmartObject) -> tuple[Property, ...]:
    """The selected properties, in the order of the type; all of them for nothing or `*`.

    Raises:
        ODataError: 400 for a name that is not a property.
    """
    names = {part.strip() for part in text.split(",")} if text.strip() else {"*"}
    unknown = names - {prop.name for prop in smartobject.properties} - {"*"}
    if unknown:
        raise bad_request(
            f"Could not find a property named '{min(unknown)}' on type '{smartobject.name}'."
        )
    return tuple(prop for prop in smartobject.properties if "*" in names or prop.name in names)


def _parse_filter(
    text: str | None, smartobject: SmartObject, now: Callable[[], Instant]
) -> Clause | None:
    if text is None:
        return None
    # Here, because the parser builds its tables on import, which the start need not wait for.
    from k2bench.demo.odata.filter.translation import filter_clause

    return filter_clause(text, smartobject, now)


def _parse_count(option: str, text: str) -> int:
    if not _COUNT.fullmatch(text):
        raise bad_request(
            f"Invalid value '{text}' for {option} query option found. The {option} query option "
            "requires a non-negative integer value."
        )
    return int(text)


def _parse_boolean(option: str, text: str) -> bool:
    if text not in ("true", "false"):
        raise bad_request(f"Invalid value '{text}' for {option}: it must be 'true' or 'false'.")
    return text == "true"
