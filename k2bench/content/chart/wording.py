"""Figures and sentences of charts."""

from collections import Counter
from decimal import Decimal

from k2bench.content.chart.values import NO_NUMBER, TOO_LARGE

NO_PLACE = "no place"
DIGITS = 15  # those that a float holds for certain
LONG = 21  # digits before the point that are still written out


def figure(value: float) -> str:
    """`1,234.5`: every digit that is certain, thousands apart, never a k or an M."""
    number = Decimal(f"{value:.{DIGITS}g}")
    if not number:
        return "0"
    if -7 < number.adjusted() < LONG:
        whole = f"{number:,f}"
        return whole.rstrip("0").rstrip(".") if "." in whole else whole
    digits, _, exponent = f"{value:.6e}".partition("e")
    return f"{digits.rstrip('0').rstrip('.')} × 10^{int(exponent)}"


def rows(count: int) -> str:
    """`1 row`, `12 rows`."""
    return "1 row" if count == 1 else f"{count:,} rows"


def left_out(skipped: Counter[str], x: str, y: str) -> list[str]:
    """Which rows are not drawn, and why."""
    reasons = {
        NO_PLACE: f"without {quoted(x)}",
        NO_NUMBER: f"without a number in {quoted(y)}",
        TOO_LARGE: f"with a number in {quoted(y)} that is too large to draw",
    }
    return [
        f"{rows(skipped[why])} {words} {'is' if skipped[why] == 1 else 'are'} left out."
        for why, words in reasons.items()
        if skipped[why]
    ]


def quoted(name: str) -> str:
    """A column's name within a sentence."""
    clipped = name if len(name) <= 60 else f"{name[:59]}…"
    return f"“{' '.join(clipped.split())}”"
