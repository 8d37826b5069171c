"""The benchmark bodies are what they say: valid, of the size promised, always the same."""

from __future__ import annotations

import hashlib
import json
import tempfile
from decimal import Decimal

from tests.bench import bodies


def body(rows):
    return b"".join(bodies.chunks(rows))


def test_it_is_an_odata_answer_with_12_properties_a_row():
    rows = bodies.BATCH + 3
    answer = json.loads(body(rows), parse_float=Decimal)
    assert answer["@odata.context"].endswith("#EmployeeSample")
    assert len(answer["value"]) == rows
    assert {len(row) for row in answer["value"]} == {12}
    assert len({row["ID"] for row in answer["value"]}) == rows
    assert str(answer["value"][1]["Salary"]).endswith("0")


def test_no_rows_are_an_answer_too():
    assert json.loads(body(0))["value"] == []


def test_200_000_rows_are_about_50_mb():
    sample = len(body(20_000))
    assert 45e6 < sample * 10 < 55e6


def test_the_bytes_are_the_same_everywhere():
    # When this changes on purpose, raise bodies.VERSION too.
    assert bodies.VERSION == 1
    digest = hashlib.sha256(body(1000)).hexdigest()
    assert digest == "022c5f83299a41f19afd1036dbe481a7be511f038caf12f3d22da64818476e12"


def test_the_file_is_made_once(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    path = bodies.odata_file(10)
    assert path.read_bytes() == body(10)
    made = path.stat().st_mtime_ns
    assert bodies.odata_file(10) == path
    assert path.stat().st_mtime_ns == made
    assert [found.name for found in path.parent.iterdir()] == [path.name]
