from collections.abc import Callable

from tests.bench.__main__ import run_again
from tests.bench.table import Row


def runs(*figures: tuple[float, float] | None) -> Callable[[str], list[Row] | None]:
    waiting = list(figures)

    def run(name: str) -> list[Row] | None:
        figure = waiting.pop(0)
        return (
            None
            if figure is None
            else [Row("a", figure[0], 10, "ms"), Row("b", figure[1], 10, "ms")]
        )

    return run


def measured(rows: list[Row] | None) -> list[float]:
    return [row.measured for row in rows or []]


def test_a_good_run_is_the_only_one() -> None:
    assert measured(run_again(runs((9, 14)), "x")) == [9, 14]


def test_a_spoiled_run_is_measured_again_and_the_best_counts() -> None:
    assert measured(run_again(runs((9, 40), (12, 11)), "x")) == [9, 11]


def test_what_is_missed_three_times_is_missed() -> None:
    rows = run_again(runs((9, 40), (9, 30), (9, 50), (9, 1)), "x")
    assert measured(rows) == [9, 30]
    assert rows is not None
    assert rows[1].verdict == "MISSED"


def test_a_run_that_fails_fails() -> None:
    assert run_again(runs(None), "x") is None
