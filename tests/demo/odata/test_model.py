from __future__ import annotations

import sqlite3

import pytest

from k2bench.demo.odata.model import Edm, Property
from k2bench.demo.odata.smartobjects import CATALOGUE


def test_a_point_in_time_is_text_beside_a_utc_integer() -> None:
    prop = Property("When", Edm.DATE_TIME_OFFSET)
    assert prop.declarations() == ['"When" TEXT', '"When__utc" INTEGER']
    assert prop.order_column == '"When__utc"'
    assert Property("Amount", Edm.DECIMAL, scale=2).declarations() == ['"Amount" INTEGER']


@pytest.mark.parametrize("smartobject", CATALOGUE, ids=lambda entry: entry.name)
def test_every_smartobject_makes_and_fills_a_table(smartobject: object) -> None:
    from k2bench.demo.odata.model import SmartObject

    assert isinstance(smartobject, SmartObject)
    connection = sqlite3.connect(":memory:")
    connection.execute(smartobject.create_table())
    smartobject.populate(connection, 50)
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({smartobject.table})")]
    connection.close()
    assert {prop.name for prop in smartobject.properties} <= set(columns)
    assert not smartobject.key_property.nullable


def test_names_start_with_letters_and_need_no_quoting() -> None:
    for smartobject in CATALOGUE:
        for name in [smartobject.name, *(prop.name for prop in smartobject.properties)]:
            assert name.isidentifier()
            assert not name.lower().startswith(("any", "all", "null", "true", "false"))


def test_an_unknown_property_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        CATALOGUE[0].find("id")
