from collections import Counter

import pytest

from k2bench.content.chart.values import NO_NUMBER, TOO_LARGE
from k2bench.content.chart.wording import NO_PLACE, figure, left_out, quoted, rows


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (-0.0, "0"),
        (1200, "1,200"),
        (1234567.891, "1,234,567.891"),
        (0.1 + 0.2, "0.3"),
        (-1000000, "-1,000,000"),
        (2.0**63, "9,223,372,036,854,780,000"),
        (1e22, "1 × 10^22"),
        (-1.5e300, "-1.5 × 10^300"),
        (0.000001, "0.000001"),
        (1.25e-9, "1.25 × 10^-9"),
    ],
)
def test_figures(value: float, words: str) -> None:
    assert figure(value) == words


def test_what_is_left_out_is_said() -> None:
    skipped = Counter({NO_PLACE: 1, NO_NUMBER: 12, TOO_LARGE: 2000})
    assert left_out(skipped, "Department", "Amount") == [
        "1 row without “Department” is left out.",
        "12 rows without a number in “Amount” are left out.",
        "2,000 rows with a number in “Amount” that is too large to draw are left out.",
    ]
    assert left_out(Counter(), "a", "b") == []


def test_words() -> None:
    assert rows(1) == "1 row"
    assert quoted("a\nb" + "c" * 80) == "“a b" + "c" * 56 + "…”"
