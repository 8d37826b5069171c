"""One row for each thing measured, whether it keeps its budget, and the table of all rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# Machines differ and others use them too: only a budget missed by more than half is a failure.
TOLERANCE = 1.5
HEADINGS = ("what", "measured", "budget", "unit", "measured/budget", "", "against")


@dataclass(frozen=True)
class Row:
    """One measurement.

    Attributes:
        what: what was measured, for people.
        measured: the figure, in `unit`.
        budget: the most it may be, or the least when `at_least`.
        unit: "ms", "MB", "x" (a ratio to the baseline), ...
        baseline: what it is compared with, with its own figures.
        at_least: whether more is better.
    """

    what: str
    measured: float
    budget: float
    unit: str
    baseline: str = ""
    at_least: bool = False

    @property
    def ratio(self) -> float:
        """Measured in units of the budget."""
        return self.measured / self.budget

    @property
    def excess(self) -> float:
        """By which factor the budget is missed; 1 or less when it is kept."""
        if not self.at_least:
            return self.ratio
        return 1 / self.ratio if self.measured > 0 else float("inf")

    @property
    def verdict(self) -> str:
        """ "ok", "over" (missed, within the tolerance) or "MISSED"."""
        if self.excess <= 1:
            return "ok"
        return "over" if self.excess <= TOLERANCE else "MISSED"


def figure(value: float) -> str:
    """Three digits that count, without an exponent."""
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def cells(row: Row) -> tuple[str, ...]:
    """The row as text, one for each heading."""
    sign = ">=" if row.at_least else "<="
    return (
        row.what,
        figure(row.measured),
        f"{sign} {figure(row.budget)}",
        row.unit,
        figure(row.ratio),
        row.verdict,
        row.baseline,
    )


def render(rows: Sequence[Row]) -> str:
    """The table, aligned: words to the left, figures to the right."""
    lines = [HEADINGS, *(cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    right = {1, 2, 4}
    text = [
        "  ".join(
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    return "\n".join([text[0], "-" * max(map(len, text)), *text[1:]])
