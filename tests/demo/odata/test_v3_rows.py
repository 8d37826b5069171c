from __future__ import annotations

from k2bench.demo.odata.model import Edm, Property
from k2bench.demo.odata.v3_rows import encode_v3_rows


def test_dates_and_times_of_day() -> None:
    properties = (Property("D", Edm.DATE), Property("T", Edm.TIME_OF_DAY))
    rows = [("2024-02-29", "08:30:05"), (None, None)]
    assert encode_v3_rows(rows, properties) == [
        {"D": "2024-02-29T00:00:00", "T": "PT8H30M5S"},
        {"D": None, "T": None},
    ]
