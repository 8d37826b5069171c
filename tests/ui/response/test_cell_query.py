from k2bench.ui.response.cell_query import CellQuery


def test_it_is_a_plain_value() -> None:
    assert CellQuery("A", None, "1", "eq") == CellQuery("A", None, "1", "eq")
    assert CellQuery("A", None, "1", "eq") != CellQuery("A", None, "1", "ne")
