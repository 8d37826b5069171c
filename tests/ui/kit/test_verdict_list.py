from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from k2bench.core.problem import NextStep, Step
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.verdict_list import VerdictList, VerdictRow


def test_each_row_has_a_word_a_name_and_a_reason(qtbot: QtBot) -> None:
    verdicts = VerdictList("Checks")
    qtbot.addWidget(verdicts)
    verdicts.show_rows(
        [
            VerdictRow(Tone.GOOD, "pass", "Issuer", "It fits."),
            VerdictRow(Tone.BAD, "fail", "Keys", "No."),
        ]
    )
    texts = [each.text() for each in verdicts.findChildren(QLabel) if not each.isHidden()]
    assert texts == ["pass", "Issuer", "It fits.", "fail", "Keys", "No."]
    assert verdicts.accessibleDescription() == "Issuer: pass. It fits.\nKeys: fail. No."
    verdicts.show_rows([VerdictRow(Tone.WARN, "warn", "Scope", "Hm.")])
    texts = [each.text() for each in verdicts.findChildren(QLabel) if not each.isHidden()]
    assert texts == ["warn", "Scope", "Hm."]


def test_a_next_step_is_a_button(qtbot: QtBot) -> None:
    verdicts = VerdictList("Checks")
    qtbot.addWidget(verdicts)
    step = NextStep("Use it", Step.SET_SCOPE, "x")
    verdicts.show_rows([VerdictRow(Tone.WARN, "warn", "Scope", "Hm.", step)])
    (button,) = verdicts.findChildren(QPushButton)
    assert button.accessibleName() == "Use it"
    with qtbot.waitSignal(verdicts.step_requested) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [step]
    verdicts.show_rows([])
    assert all(each.isHidden() for each in verdicts.findChildren(QPushButton))
