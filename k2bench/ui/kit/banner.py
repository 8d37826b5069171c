"""A problem, in the pane that it belongs to: what happened, why probably, the click that mends it.

Does not know how a step is taken.
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPlainTextEdit

from k2bench.core.problem import NextStep, Problem, ProblemKind
from k2bench.ui.kit.buttons import Button, IconButton
from k2bench.ui.kit.flow_layout import FlowLayout
from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.labels import Role, label, set_tone
from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes

_MAX_BUTTONS = 2  # while the details are folded away
_FRAME = 20  # pixels that a text's frame and margins take
_MILD = {ProblemKind.INPUT, ProblemKind.POLICY}


class ProblemBanner(QFrame):
    """Hidden until there is a problem."""

    step_requested = Signal(object)  # NextStep
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Problem")
        self.setProperty("role", "banner")
        self._icon = IconLabel()
        self._title = label(role=Role.HEADING, selectable=True, wrap=True)
        self._hint = label(selectable=True, wrap=True)
        self._close = IconButton("close", "Dismiss")
        self._close.clicked.connect(self._dismiss)
        self._more = Button("Details", "chevron-right")
        self._more.setFlat(True)
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_details)
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setAccessibleName("Problem details")
        self._details.setProperty("body", "true")
        self._shown: list[Button] = []
        self._buttons = FlowLayout(sizes().grid * 2)
        self._buttons.addWidget(self._more)
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(*[sizes().grid * 3 - 2] * 4)
        grid.setHorizontalSpacing(sizes().grid * 2)
        grid.setVerticalSpacing(sizes().grid + 2)
        grid.addWidget(self._icon, 0, 0)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._close, 0, 2)
        grid.addWidget(self._hint, 1, 1, 1, 2)
        grid.addLayout(self._buttons, 2, 1, 1, 2)
        grid.addWidget(self._details, 3, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_problem(self, problem: Problem) -> None:
        """Show a problem instead of the last one."""
        tone = Tone.WARN if problem.kind in _MILD else Tone.BAD
        set_look(self, "tone", tone.value)
        set_tone(self._title, tone)
        self._icon.show_icon("warning" if tone is Tone.WARN else "error", tone.value)
        self._title.setText(problem.title)
        self._hint.setText(problem.hint)
        self._hint.setVisible(bool(problem.hint))
        self._show_steps(_steps(problem))
        details = _details(problem)
        self._details.setPlainText(details)
        lines = min(details.count("\n") + 2, 9)  # one more, for a line that is broken
        self._details.setFixedHeight(lines * self._details.fontMetrics().lineSpacing() + _FRAME)
        self._more.setVisible(bool(details))
        self._more.setChecked(False)
        self.setAccessibleDescription(f"{problem.title}. {problem.hint}")
        self.show()
        _announce(self)

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self.hide()
        self._details.hide()
        self._details.clear()
        self._show_steps(())

    def _show_steps(self, steps: tuple[NextStep, ...]) -> None:
        for button in self._shown:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.removeWidget(self._more)
        self._shown = [Button(step.label, quiet=True) for step in steps]
        for step, button in zip(steps, self._shown, strict=True):
            button.clicked.connect(partial(self._request, step))
            self._buttons.addWidget(button)
        for button in self._shown[_MAX_BUTTONS:]:
            button.hide()
        self._buttons.addWidget(self._more)

    def _request(self, step: NextStep) -> None:
        self.step_requested.emit(step)

    def _show_details(self, shown: bool) -> None:
        self._details.setVisible(shown)
        for button in self._shown[_MAX_BUTTONS:]:  # the clicks for the causes that are listed there
            button.setVisible(shown)
        self._more.setIcon(icon("chevron-down" if shown else "chevron-right", "text"))

    def _dismiss(self) -> None:
        self.clear()
        self.dismissed.emit()


def _announce(banner: ProblemBanner) -> None:
    """Have a screen reader say it."""
    # 2 ms, for its 250 enum members: not before the first paint
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        words = QAccessibleAnnouncementEvent(banner, banner.accessibleDescription())
        QAccessible.updateAccessibility(words)


def _steps(problem: Problem) -> tuple[NextStep, ...]:
    """All buttons: the problem's own, then those of its likeliest causes; no label twice."""
    offered = [*problem.steps, *(cause.next_step for cause in problem.causes if cause.next_step)]
    by_label: dict[str, NextStep] = {}
    for step in offered:
        by_label.setdefault(step.label, step)
    return tuple(by_label.values())


def _details(problem: Problem) -> str:
    causes = []
    for number, cause in enumerate(problem.causes, start=1):
        causes.append(f"{number}. {cause.text}")
        if cause.evidence:
            causes.append(f"   {cause.evidence}")
    return "\n\n".join(part for part in ("\n".join(causes), problem.detail) if part)
