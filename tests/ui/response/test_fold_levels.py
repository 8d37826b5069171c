import pytest
from pytestqt.qtbot import QtBot

from k2bench.content.folded_lines import MOST_FOLDS
from k2bench.content.pretty_json import PrettyJson
from k2bench.ui.bridge import Bridge
from k2bench.ui.kit.lines import StringLines
from k2bench.ui.kit.text_view import TextView
from k2bench.ui.response.fold_levels import FoldLevels, limit_words
from tests.content.samples import done
from tests.ui.conftest import PATIENCE

BODY = b'{"value":[{"a":{"b":1}},{"a":[2]}],"z":{"y":[1]}}'


@pytest.fixture
def view(qtbot: QtBot) -> TextView:
    made = TextView("Pretty text")
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    return made


@pytest.mark.parametrize(
    ("level", "shown"),
    [
        (1, ["{", '  "value": [ … 10 lines ],', '  "z": { … 3 lines }', "}"]),
        (2, ["{", '  "value": [', "    { … 3 lines },", "    { … 3 lines }"]),
        (3, ["{", '  "value": [', "    {", '      "a": { … 1 line }']),
    ],
)
def test_a_text_folded_below_a_level(
    view: TextView, bridge: Bridge, qtbot: QtBot, level: int, shown: list[str]
) -> None:
    levels = FoldLevels(view)
    lines = done(PrettyJson(BODY).read())
    view.show_lines(lines)
    view.fold(0)
    levels.show_lines(lines, bridge)
    action = next(a for a in view.actions() if a.text() == f"Fold Below Level {level}")
    assert action.isVisible()
    with qtbot.waitSignal(levels.done, timeout=PATIENCE):
        action.trigger()
    assert list(view.visible_texts())[: len(shown)] == shown


def test_a_text_without_levels_offers_none(view: TextView, bridge: Bridge) -> None:
    levels = FoldLevels(view)
    levels.show_lines(StringLines("a"), bridge)
    assert not any(a.isVisible() for a in view.actions() if "Level" in a.text())
    levels.fold(1)
    assert bridge.is_idle()


def test_what_is_said_when_not_all_is_folded() -> None:
    assert limit_words(3) == ""
    assert "first 250,000" in limit_words(MOST_FOLDS)
