"""The smallest and the largest value of a column, and the mean of its numbers, exactly."""

from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, InvalidOperation
from typing import Any

from k2bench.content.cell import plain_text
from k2bench.content.columns import ColumnType
from k2bench.content.moments import moment_of

_EXACT = Context(prec=5000, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
_SHOWN = Context(prec=17, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
_TEXT = 200  # characters of a text


@dataclass(frozen=True, slots=True)
class Range:
    """From where to where the values go.

    Attributes:
        type: what was compared: NUMBER, TIME or TEXT.
        smallest, largest: as sent; of dates the earliest and the latest.
        count: how many values were compared.
        total, mean: of numbers; empty for the others.
    """

    type: ColumnType
    smallest: str
    largest: str
    count: int
    total: str = ""
    mean: str = ""


class ColumnRange:
    """Collects values. Texts count as numbers or dates where all of them are some."""

    def __init__(self, told: ColumnType | None = None) -> None:
        self._sum = Decimal(0)
        # numbers, texts that are numbers, dates, texts: a number of values, and the two ends
        self._ends: dict[str, list[Any]] = {}
        self._as_numbers = told in (None, ColumnType.NUMBER)
        self._as_dates = told in (None, ColumnType.TIME)
        self._strict = told is None
        self._text_sum = Decimal(0)

    def add(self, raw: bytes, count: int) -> None:
        """A value that so many rows have."""
        first = raw[:1]
        if first == b'"':
            self._add_text(plain_text(raw), count)
        elif first in b"-0123456789":
            try:
                number = Decimal(raw.decode())
            except (InvalidOperation, UnicodeDecodeError):
                return
            if number.is_finite():
                self._sum = _EXACT.fma(number, count, self._sum)
                self._widen("numbers", number, raw.decode(), count)

    def result(self) -> Range | None:
        """The range of the values so far; None when there is nothing to compare."""
        texts = self._ends.get("texts")
        as_numbers = self._ends.get("texts as numbers")
        dates = self._ends.get("dates")
        numbers = self._ends.get("numbers")
        if as_numbers and (numbers or self._as_numbers):
            numbers, self._sum = self._joined(numbers, as_numbers)
        if numbers:
            mean = _SHOWN.divide(self._sum, Decimal(numbers[0]))
            return _range(ColumnType.NUMBER, numbers, _plain(self._sum), _plain(mean))
        if dates and self._as_dates:
            return _range(ColumnType.TIME, dates)
        return _range(ColumnType.TEXT, texts) if texts else None

    def _joined(self, numbers: Any, others: list[Any]) -> tuple[list[Any], Decimal]:
        if not self._as_numbers:
            return numbers, self._sum
        if not numbers:
            return others, self._text_sum
        ends = [numbers[0] + others[0], min(numbers[1], others[1]), max(numbers[2], others[2])]
        return ends, _EXACT.add(self._sum, self._text_sum)

    def _add_text(self, text: str, count: int) -> None:
        if not text:
            return
        if self._as_numbers:
            self._as_numbers = self._add_number(text, count) or not self._strict
        if self._as_dates:
            self._as_dates = self._add_date(text, count) or not self._strict
        self._widen("texts", text.casefold()[:_TEXT], text, count)

    def _add_number(self, text: str, count: int) -> bool:
        try:
            number = Decimal(text)
        except InvalidOperation:
            return False
        if not number.is_finite() or "_" in text or text != text.strip():
            return False
        self._text_sum = _EXACT.fma(number, count, self._text_sum)
        self._widen("texts as numbers", number, text, count)
        return True

    def _add_date(self, text: str, count: int) -> bool:
        try:
            moment = moment_of(text)
        except ValueError:
            return False
        self._widen("dates", moment, text, count)
        return True

    def _widen(self, kind: str, key: Any, text: str, count: int) -> None:
        ends = self._ends.get(kind)
        if ends is None:
            self._ends[kind] = [count, (key, text), (key, text)]
            return
        ends[0] += count
        if key < ends[1][0]:
            ends[1] = (key, text)
        if key > ends[2][0]:
            ends[2] = (key, text)


def _range(kind: ColumnType, ends: list[Any], total: str = "", mean: str = "") -> Range:
    smallest, largest = (text[:_TEXT] + "…" * (len(text) > _TEXT) for _, text in ends[1:])
    return Range(kind, smallest, largest, ends[0], total, mean)


def _plain(number: Decimal) -> str:
    """Without an exponent where that is readable."""
    if not number or not -20 < number.adjusted() < 40:
        return str(_SHOWN.normalize(number)) if number else "0"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
