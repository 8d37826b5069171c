from __future__ import annotations

import pytest
from odata_query.grammar import ODATA_FUNCTIONS

from k2bench.demo.odata.clause import Clause
from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.filter import functions
from k2bench.demo.odata.filter.expression import NULL, Expression, Kind
from k2bench.demo.odata.filter.sql_functions import FUNCTIONS
from k2bench.demo.odata.temporal import Instant, instant_at

NOT_DONE = {"geo.distance", "geo.length", "geo.intersects", "hassubset", "hassubsequence"}


def test_every_function_that_parses_is_done_but_geo_and_sets() -> None:
    for name in ODATA_FUNCTIONS:
        if name in NOT_DONE:
            with pytest.raises(ODataError) as refusal:
                functions.require_supported(name)
            assert refusal.value.status == 501
        else:
            functions.require_supported(name)


def test_signatures_take_what_the_parser_lets_through() -> None:
    for name, signature in functions.SIGNATURES.items():
        counts = ODATA_FUNCTIONS[name]
        assert len(signature.arguments) == (counts if isinstance(counts, int) else counts[1])
        assert f"k2_{name.lower()}" in FUNCTIONS


def test_null_gives_null_and_types_are_checked() -> None:
    def now() -> Instant:
        return instant_at(0)

    text = Expression(Kind.STRING, Clause("x"))
    assert functions.call("contains", [text, NULL], now) is NULL
    with pytest.raises(ODataError, match="does not take 'Edm"):
        functions.call("year", [text], now)
    assert functions.call("now", [], now).kind is Kind.INSTANT
