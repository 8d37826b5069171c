"""When a budget counts as kept, missed a little, or missed; and the table."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from tests.bench.table import Row, figure, render


@pytest.mark.parametrize(
    ("measured", "budget", "at_least", "verdict"),
    [
        (140, 150, False, "ok"),
        (150, 150, False, "ok"),
        (225, 150, False, "over"),
        (226, 150, False, "MISSED"),
        (0.7, 0.7, True, "ok"),
        (0.6, 0.9, True, "over"),
        (0.59, 0.9, True, "MISSED"),
        (0, 0.9, True, "MISSED"),
    ],
)
def test_only_more_than_half_over_counts_as_missed(measured, budget, at_least, verdict):
    assert Row("it", measured, budget, "x", at_least=at_least).verdict == verdict


def test_a_row_survives_its_way_from_the_process_that_measured_it():
    row = Row("sort", 281.5, 300, "ms", "the proxy model 27 s")
    assert Row(**json.loads(json.dumps(asdict(row)))) == row


@pytest.mark.parametrize(
    ("value", "text"), [(1234.5, "1234"), (118.4, "118"), (62.34, "62.3"), (1.256, "1.26")]
)
def test_figures_keep_three_digits(value, text):
    assert figure(value) == text


def test_columns_stand_below_each_other():
    lines = render(
        [
            Row("start to first painted window", 1.25, 1.4, "x", "bare window 118 ms"),
            Row("export", 0.5, 0.8, "x", at_least=True),
        ]
    ).splitlines()
    assert lines[0].index("unit") == lines[2].index("x  ") == lines[3].index("x  ")
    assert "<= 1.40" in lines[2]
    assert lines[2].endswith("ok      bare window 118 ms")
    assert ">= 0.80" in lines[3]
    assert lines[3].endswith("MISSED")
