from decimal import Context, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.chart.choice import Aggregate
from k2bench.content.chart.tally import Tally

NUMBERS = st.lists(
    st.integers(-(10**40), 10**40)
    | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30),
    min_size=1,
)


@given(NUMBERS, st.integers(0, 100))
def test_figures_agree_with_fractions_however_they_are_merged(
    numbers: list[int | Decimal], cut: int
) -> None:
    numbers = [n if isinstance(n, int) or abs(n.adjusted()) < 250 else 0 for n in numbers]
    one, other = Tally(), Tally()
    for number in numbers[:cut]:
        one.add(number)
    for number in numbers[cut:]:
        other.add(number)
    one.merge(other)
    total = sum(map(Fraction, numbers), Fraction(0))
    assert Fraction(one.value(Aggregate.SUM)) == total
    assert one.value(Aggregate.COUNT) == len(numbers)
    assert one.value(Aggregate.LEAST) == min(numbers)
    assert one.value(Aggregate.MOST) == max(numbers)
    mean = Context(prec=60).plus(Decimal(one.value(Aggregate.MEAN)))
    assert abs(Fraction(mean) - total / len(numbers)) <= abs(total) * Fraction(1, 10**50)


def test_tenths_add_up() -> None:
    tally = Tally()
    for _ in range(10):
        tally.add(Decimal("0.1"))
    assert tally.value(Aggregate.SUM) == 1
