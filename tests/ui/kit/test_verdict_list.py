from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.verdict_list import VerdictList


def test_each_row_has_a_word_a_name_and_a_reason(qtbot: QtBot) -> None:
    verdicts = VerdictList("Checks")
    qtbot.addWidget(verdicts)
    verdicts.show_rows(
        [(Tone.GOOD, "pass", "Issuer", "It fits."), (Tone.BAD, "fail", "Keys", "No.")]
    )
    texts = [each.text() for each in verdicts.findChildren(QLabel) if not each.isHidden()]
    assert texts == ["pass", "Issuer", "It fits.", "fail", "Keys", "No."]
    assert verdicts.accessibleDescription() == "Issuer: pass. It fits.\nKeys: fail. No."
    verdicts.show_rows([(Tone.WARN, "warn", "Scope", "Hm.")])
    texts = [each.text() for each in verdicts.findChildren(QLabel) if not each.isHidden()]
    assert texts == ["warn", "Scope", "Hm."]
