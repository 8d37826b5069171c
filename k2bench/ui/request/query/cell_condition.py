"""Adds what a cell says to a filter, on the work lane."""

from collections.abc import Generator

from k2bench.apis.odata.dialect import Dialect
from k2bench.ui.request.query.loading import load
from k2bench.ui.response.cell_query import CellQuery


def with_cell(text: str, asked: CellQuery, dialect: Dialect) -> Generator[None, None, str]:
    """The filter that asks for what it did, and for the cell's value.

    Raises:
        WorkbenchError: the value cannot be compared with.
    """
    yield from load()
    from k2bench.apis.odata.querying.cell_filter import condition_for  # now that it is loaded
    from k2bench.apis.odata.querying.condition import Comparison
    from k2bench.apis.odata.querying.filter_edits import added
    from k2bench.apis.odata.querying.filter_parts import Join, read

    comparison = Comparison(asked.comparison)
    new = condition_for(asked.column, asked.type_name, asked.raw, dialect, comparison)
    group = read(text, dialect)
    if group is None:  # the person sees to what is wrong with it; it stays as it is
        return f"({text}) and {new.text}"
    return added(group, (), new, Join.AND).text
