from __future__ import annotations

from k2bench.demo.odata.smartobjects.currency_converter import CURRENCY_CONVERTER
from tests.demo.odata.smartobjects.filling import filled


def test_it_has_nothing_to_list() -> None:
    assert not CURRENCY_CONVERTER.has_list
    assert filled(CURRENCY_CONVERTER, 500) == []
