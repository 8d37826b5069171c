"""Charts for the tests of what draws them."""

from k2bench.content.chart.chart import Chart
from k2bench.content.chart.choice import Aggregate, ChartKind, Choice
from tests.content.chart.charted import chart

ROWS = [
    {
        "ID": i,
        "Department": ("Sales", "IT", "Legal")[i % 3],
        "City": ("Oslo", "Rome")[i % 2],
        "Hired": f"20{10 + i % 12}-0{i % 9 + 1}-15",
        "Salary": 1000.5 + i,
    }
    for i in range(60)
]
BAR = Choice(x="Department", y="Salary", group="City")
LINE = Choice(ChartKind.LINE, "Hired", "Salary", "City")
SCATTER = Choice(ChartKind.SCATTER, "ID", "Salary", "City", Aggregate.EACH)
HISTOGRAM = Choice(ChartKind.HISTOGRAM, "Salary")
CHOICES = (BAR, LINE, SCATTER, HISTOGRAM)


def drawn(choice: Choice) -> Chart:
    """The chart of those rows."""
    return chart(ROWS, choice)
