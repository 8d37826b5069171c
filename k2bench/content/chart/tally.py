"""What many rows come to, exactly: decimals are added as decimals, whatever their order."""

from decimal import Context, Decimal

from k2bench.content.chart.choice import Aggregate
from k2bench.content.chart.values import Exact

EXACT = Context(prec=700, traps=[])  # holds every sum of numbers from 1e-300 to 1e300
_add = EXACT.add


class Tally:
    """Count, sum, least and most of numbers."""

    __slots__ = ("count", "least", "most", "total")

    def __init__(self) -> None:
        self.count = 0
        self.total = Decimal(0)
        self.least: Exact | None = None
        self.most: Exact | None = None

    def add(self, number: Exact) -> None:
        """One more number."""
        self.count += 1
        self.total = _add(self.total, number)
        if self.least is None or number < self.least:
            self.least = number
        if self.most is None or number > self.most:
            self.most = number

    def merge(self, other: "Tally") -> None:
        """All the numbers of another one."""
        self.count += other.count
        self.total = _add(self.total, other.total)
        for number in (other.least, other.most):
            if number is not None:
                self.least = number if self.least is None else min(self.least, number)
                self.most = number if self.most is None else max(self.most, number)

    def value(self, aggregate: Aggregate) -> Exact:
        """The figure asked for; there must have been a number, unless it is the count or sum."""
        match aggregate:
            case Aggregate.COUNT:
                return self.count
            case Aggregate.MEAN:
                return EXACT.divide(self.total, self.count)
            case Aggregate.LEAST if self.least is not None:
                return self.least
            case Aggregate.MOST if self.most is not None:
                return self.most
        return self.total
