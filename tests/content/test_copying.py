import json

from k2bench.content.copy_format import CopyFormat
from k2bench.content.copying import Band, copied
from k2bench.content.json_rows import JsonRows
from tests.content.samples import done


def text_of(data, names, bands, form=CopyFormat.TSV, **more):
    rows = done(JsonRows(data).read()).main
    return done(copied(rows, names, bands, form, **more))


DATA = b'[{"a":1,"b":"x"},{"a":2.50},{"b":null,"a":3}]'


def test_rows_in_the_order_shown_and_only_what_is_selected():
    bands = [Band([2, 0], frozenset({"a", "b"})), Band([1], frozenset({"b"}))]
    assert text_of(DATA, ("b", "a"), bands) == "\t3\nx\t1\n\t"
    assert json.loads(text_of(DATA, ("b", "a"), bands, CopyFormat.JSON)) == [
        {"b": None, "a": 3},
        {"b": "x", "a": 1},
        {},
    ]


def test_rows_that_are_not_objects():
    assert text_of(b'[{"a":1},7]', ("(value)",), [Band([1], frozenset({"(value)"}))]) == "7"


def test_too_much_is_refused():
    bands = [Band(range(3), frozenset({"a"}))]
    assert text_of(DATA, ("a",), bands, most=3) is None
    assert text_of(DATA, ("a",), bands) == "1\n2.50\n3"


def test_many_rows_come_in_steps():
    data = json.dumps([{"a": "x" * 100} for _ in range(5000)]).encode()
    rows = done(JsonRows(data).read()).main
    band = Band(range(5000), frozenset({"a"}))
    assert len(list(copied(rows, ("a",), [band], CopyFormat.CSV))) > 5
