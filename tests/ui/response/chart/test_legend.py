from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from k2bench.content.chart.chart import Chart
from k2bench.content.chart.choice import Choice
from k2bench.ui.response.chart.legend import Legend
from tests.content.chart.charted import chart
from tests.ui.response.chart.charts import BAR, HISTOGRAM, LINE, SCATTER, drawn


def test_names_in_the_order_of_the_series(
    shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    legend = Legend()
    shown(legend)
    for choice in (BAR, LINE, SCATTER):
        legend.show_chart(drawn(choice))
        legend.grab()
        assert [each.text() for each in legend.findChildren(QLabel)] == ["Oslo", "Rome"]
    assert legend.accessibleDescription() == "Oslo, Rome"
    legend.show_chart(drawn(HISTOGRAM))
    assert legend.isHidden()


def test_a_long_name_is_cut_and_whole_in_its_tip(
    shown: Callable[[QWidget], QWidget],
) -> None:
    made: Chart = chart(
        [{"d": "a", "g": "<b>" + "x" * 90, "v": 1}, {"d": "a", "g": "b", "v": 1}],
        Choice(x="d", y="v", group="g"),
    )
    legend = Legend()
    shown(legend)
    legend.show_chart(made)
    long = legend.findChildren(QLabel)[0]
    assert len(long.text()) == 40
    assert "&lt;b&gt;" in long.toolTip()
