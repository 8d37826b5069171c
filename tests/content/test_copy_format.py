import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.cell import plain_text, row_values
from k2bench.content.copy_format import CopyFormat, writer
from tests.content.samples import ROWS

NAMES = st.lists(st.text(max_size=6), min_size=1, max_size=5, unique=True)


def written(form, names, rows):
    made = writer(form)
    texts = made.between.join(made.row(names, row) for row in rows)
    return made.head(names) + texts + made.tail


def raw(row):
    return row_values(json.dumps(row, ensure_ascii=False).encode())


def names_of(rows):
    return list(dict.fromkeys(name for row in rows for name in row)) or ["a"]


def cells(rows, names):
    return [[plain_text(raw(row).get(name)) for name in names] for row in rows]


@given(ROWS)
def test_the_csv_module_reads_csv_back(rows):
    names = names_of(rows)
    text = written(CopyFormat.CSV, names, [raw(row) for row in rows])
    assert list(csv.reader(io.StringIO(text, newline=""))) == [names, *cells(rows, names)]


@given(ROWS)
def test_the_csv_module_reads_tsv_back(rows):
    names = names_of(rows)
    for form, head in ((CopyFormat.TSV, []), (CopyFormat.TSV_TITLED, [names])):
        text = written(form, names, [raw(row) for row in rows])
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
        assert [row or [""] for row in found] == [*head, *cells(rows, names)][: len(found)]


@given(ROWS)
def test_json_is_the_same_json(rows):
    names = names_of(rows)
    found = json.loads(written(CopyFormat.JSON, names, [raw(row) for row in rows]))
    assert found == rows
    assert [list(row) for row in found] == [[n for n in names if n in row] for row in rows]


@given(NAMES, st.lists(st.text(max_size=12), min_size=1, max_size=5))
def test_markdown_has_a_line_a_row_and_a_pipe_a_border(names, texts):
    rows = [{name: json.dumps(text).encode() for name in names} for text in texts]
    lines = written(CopyFormat.MARKDOWN, names, rows).split("\n")
    assert len(lines) == len(texts) + 2
    for line in lines:
        borders = re.findall(r"(?:\\.|[^\\|])*\|", line)
        assert len(borders) == len(names) + 1


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (CopyFormat.TSV, '1.10\t"a""b"\t'),
        (CopyFormat.TSV_TITLED, 'n\tt|\tx\n1.10\t"a""b"\t'),
        (CopyFormat.CSV, 'n,t|,x\r\n1.10,"a""b",'),
        (CopyFormat.JSON, '[\n  {"n": 1.10, "t|": "a\\"b", "x": null}\n]'),
        (CopyFormat.MARKDOWN, '| n | t\\| | x |\n| --- | --- | --- |\n| 1.10 | a"b |  |'),
    ],
)
def test_each_format(form, text):
    row = {"n": b"1.10", "t|": b'"a\\"b"', "x": b"null"}
    assert written(form, ["n", "t|", "x"], [row]) == text


def test_what_is_not_json_becomes_a_string():
    odd = {"a": b"NaN", "b": b"\xff", "c": b'"\\ud800"', "d": b'"\xff"', "e": b"[NaN]"}
    found = json.loads(written(CopyFormat.JSON, list(odd), [odd]))
    assert found[0] | {"c": ""} == {"a": "NaN", "b": "\ufffd", "c": "", "d": "\ufffd", "e": "[NaN]"}


def test_one_empty_cell_is_a_row_of_csv():
    assert written(CopyFormat.CSV, ["a"], [{}, {"a": b'""'}]) == 'a\r\n""\r\n""'
