import pytest

from k2bench.apis.odata.dialect import Dialect
from k2bench.core.problem import WorkbenchError
from k2bench.ui.request.query.cell_condition import with_cell
from k2bench.ui.response.cell_query import CellQuery
from tests.ui.request.query.test_lane_work import done


@pytest.mark.parametrize(
    ("text", "asked", "dialect", "new"),
    [
        ("", CellQuery("ID", "Edm.Int64", '"12"', "eq"), Dialect.V4, "ID eq 12"),
        ("", CellQuery("ID", "Edm.Int64", '"12"', "ge"), Dialect.V3, "ID ge 12L"),
        ("A eq 1", CellQuery("N", None, '"x\'y"', "ne"), Dialect.V4, "A eq 1 and N ne 'x''y'"),
        ("A or B", CellQuery("N", None, "null", "eq"), Dialect.V4, "(A or B) and N eq null"),
        ("A eq", CellQuery("N", None, "1", "eq"), Dialect.V4, "(A eq) and N eq 1"),
    ],
)
def test_the_cell_is_asked_for_too(text: str, asked: CellQuery, dialect: Dialect, new: str) -> None:
    assert done(with_cell(text, asked, dialect)) == new


def test_a_list_cannot_be_compared_with() -> None:
    with pytest.raises(WorkbenchError):
        done(with_cell("", CellQuery("N", None, "[1]", "eq"), Dialect.V4))
