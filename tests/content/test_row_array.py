import json
import mmap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content import row_array
from k2bench.content.json_scan import FlawError
from k2bench.content.row_array import RowArray
from tests.content.samples import ROWS, SPELLINGS, done, spelled


def cut(data, open_at=0):
    rows = RowArray(data, open_at)
    done(rows.cut())
    return rows


def texts(rows):
    return [rows.row(i) for i in range(rows.count)]


@given(ROWS, SPELLINGS, st.integers(20, 400))
def test_rows_are_those_of_the_parser(values, spelling, step):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_array, "STEP", step)
        patch.setattr(row_array, "SLOW", step // 4)
        data = spelled(values, spelling)
        rows = cut(data + b" ")
    assert [json.loads(text) for text in texts(rows)] == values
    assert rows.end == len(data)


@pytest.mark.parametrize("spelling", [{"separators": (",", ":")}, {"indent": 1}, {}])
def test_many_rows_over_several_steps(spelling):
    values = [
        {"ID": i, "Name": "x" * (i % 90), "Tags": [{"ID": 1}, {"ID": 2}]} for i in range(20000)
    ]
    data = spelled({"value": values}, spelling)
    rows = cut(data, data.index(b"["))
    assert rows.count == 20000
    assert all(json.loads(rows.row(i)) == values[i] for i in range(0, 20000, 37))


def test_uneven_blanks_between_rows():
    data = b"[" + b",".join(b" " * (i % 5) + b'{"a":%d}' % i + b"\n" * (i % 3) for i in range(999))
    rows = cut(data + b"]")
    assert [json.loads(text)["a"] for text in texts(rows)] == list(range(999))


def test_rows_that_a_parser_refuses_are_found_too():
    data = b'[{"a":1},{"a":NaN},{"a":"\\ud800"},{"a":"\xff"},7,{"b":2}]'
    assert texts(cut(data))[1:5] == [b'{"a":NaN}', b'{"a":"\\ud800"}', b'{"a":"\xff"}', b"7"]


def test_the_first_rows_are_there_after_the_first_step():
    data = b"[" + b",".join(b'{"a":%d}' % i for i in range(400_000)) + b"]"
    rows = RowArray(data, 0)
    work = rows.cut()
    next(work)
    assert 1000 < rows.count < 200_000
    assert json.loads(rows.row(rows.count - 1)) == {"a": rows.count - 1}


def test_a_row_larger_than_a_step():
    big = {"a": "x" * (3 << 20)}
    data = json.dumps([{"a": 1}, big, {"a": 2}]).encode()
    assert [len(text) for text in texts(cut(data))] == [8, len(big["a"]) + 9, 8]


@pytest.mark.parametrize("tail", [b"", b",", b',{"a"', b',{"a":1}}', b",]", b" 7"])
def test_a_broken_array_keeps_the_rows_before(tail):
    data = b"[" + b",".join(b'{"a":%d}' % i for i in range(1000)) + tail
    rows = RowArray(data, 0)
    with pytest.raises(FlawError):
        done(rows.cut())
    assert rows.count in (1000, 1001)
    assert json.loads(rows.row(999)) == {"a": 999}


def test_an_empty_array():
    rows = cut(b"[ ] ")
    assert (rows.count, rows.end, rows.batches()) == (0, 3, [])


def test_batches_cover_every_row_once():
    data = b"[" + b" ,\n".join(b'{"a":"%s"}' % (b"x" * (i * 7 % 50)) for i in range(500)) + b"]"
    rows = cut(data)
    joined = []
    for first, stop in rows.batches(300):
        text = rows.batch(first, stop)
        values = json.loads(b"[" + text + b"]")
        assert len(values) == stop - first
        starts = rows.offsets(first, stop)
        assert all(text[start : start + 1] == b"{" for start in starts)
        joined += values
    assert joined == json.loads(data)
    assert rows.batches(300, 490)[0][0] == 490


def test_a_mapped_file_can_be_closed_afterwards(tmp_path):
    path = tmp_path / "body"
    path.write_bytes(b"[" + b",".join(b'{"a":%d}' % i for i in range(50_000)) + b"]")
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    rows = cut(data)
    assert (rows.count, rows.row(49_999)) == (50_000, b'{"a":49999}')
    data.close()


def test_its_name():
    assert RowArray(b"[]", 0, ("d", "results")).name == "d.results"
