import pytest

from k2bench.core.response import Timings
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.response.wording import (
    arriving_words,
    both_sizes,
    exact_size,
    exact_time,
    rows_words,
    short_size,
    short_time,
    status_tone,
    status_words,
)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 ms"),
        (0.0001, "< 1 ms"),
        (0.143, "143 ms"),
        (0.9994, "999 ms"),
        (0.9996, "1.0 s"),
        (1.24, "1.2 s"),
        (59.96, "1 min 0 s"),
        (125.2, "2 min 5 s"),
    ],
)
def test_short_times(seconds: float, words: str) -> None:
    assert short_time(seconds) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 KB"),
        (212_345, "212 KB"),
        (999_600, "1.0 MB"),
        (52_400_000, "52.4 MB"),
        (530_000_000, "530 MB"),
        (2_000_000_000, "2.0 GB"),
    ],
)
def test_short_sizes(count: int, words: str) -> None:
    assert short_size(count) == words


def test_exact_figures() -> None:
    times = exact_time(Timings(connect=0.01, wait=0.1, total=0.14327))
    assert times == "143.27 ms in all\nConnect (with DNS): 10.00 ms\nWait: 100.00 ms"
    assert exact_size(1234, 0) == exact_size(1234, 1234) == "1,234 bytes"
    assert exact_size(1234, 99) == "1,234 bytes\n99 bytes received, compressed"


def test_statuses() -> None:
    assert status_words(200, "Fine") == "200 Fine"
    assert status_words(404, "") == "404 Not Found"
    assert status_words(799, "") == "799"
    assert [status_tone(s) for s in (101, 200, 304, 404, 500)] == [
        Tone.NEUTRAL,
        Tone.GOOD,
        Tone.WARN,
        Tone.BAD,
        Tone.BAD,
    ]


def test_rows() -> None:
    assert rows_words(1, None, more=False) == "1 row"
    assert rows_words(1000, None, more=True) == "1,000 rows · more available"
    assert rows_words(1000, 12_345, more=True) == "1,000 of 12,345 rows · more available"
    assert rows_words(1000, 1000, more=False) == "1,000 rows"
    assert rows_words(7, 9, more=True, reading=True) == "7 rows so far"


def test_sizes_of_a_body() -> None:
    assert both_sizes(54_000_000, 5_100_000) == "54.0 MB (5.1 MB received)"
    assert both_sizes(1234, 1234) == both_sizes(1234, 0) == "1 KB"


def test_what_is_on_its_way() -> None:
    assert arriving_words(12_300_000, 54_000_000).startswith("12.3 MB of 54.0 MB so far;")
    assert arriving_words(12_300_000, None).startswith("12.3 MB so far;")
