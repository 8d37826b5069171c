from pytestqt.qtbot import QtBot

from k2bench.apis.odata.querying.expand_parts import read
from k2bench.ui.request.query.expand_item import ExpandRow


def test_a_ticked_one_has_its_options(qtbot: QtBot) -> None:
    row = ExpandRow("Supplier", "one Shop.Supplier")
    qtbot.addWidget(row)
    assert row.lines["$select"].isHidden() or not row.lines["$select"].isVisibleTo(row)
    parts = read("Supplier($select=City;$top=3)")
    assert parts is not None
    row.show_item(parts.at((0,)))
    assert row.tick.isChecked()
    assert row.lines["$select"].text() == "City"
    told: list[tuple[str, str | None]] = []
    row.option_edited.connect(lambda *each: told.append(each))
    row.lines["$top"].end(False)
    qtbot.keyClick(row.lines["$top"], "\b")
    assert told == [("$top", None)]
    with qtbot.waitSignal(row.ticked) as clicked:
        row.tick.click()
    assert clicked.args == [False]
