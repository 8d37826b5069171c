from k2bench.content.row_array import RowArray
from k2bench.content.rows import Rows


def test_an_array_of_a_body_answers_what_a_table_asks() -> None:
    asked = {name for name in vars(Rows) if not name.startswith("_")}
    assert asked == {"count", "row", "batch", "offsets", "batches"}
    assert asked <= set(dir(RowArray))
