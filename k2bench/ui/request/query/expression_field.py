"""A query option with a grammar: its text, what is wrong with it, and the offers to help."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.expression import RuleName
from k2bench.core.problem import Problem
from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.labels import Role, label, set_tone
from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes
from k2bench.ui.request.query.completer import Completer
from k2bench.ui.request.query.expression_editor import LONGEST, ExpressionEditor
from k2bench.ui.request.query.lane_work import Flaw, Option, check, laid_out, mended_text
from k2bench.ui.request.query.latest import Latest
from k2bench.ui.request.query.mend_strip import MendStrip
from k2bench.ui.request.query.surroundings import Surroundings
from k2bench.ui.response.background import Background

PAUSE = 200  # milliseconds without a key before a text is checked
_RULES: dict[str, RuleName] = {
    "$filter": "filter",
    "$orderby": "orderby",
    "$select": "select",
    "$expand": "expand",
}
UNSHOWN = "This value holds bytes that are no text here. Edit it in the Request URL."
TOO_LONG = f"Longer than {LONGEST:,} characters. Edit it in the Request URL."
NOT_FORMATTED = "There is no other form of this text that says the same."


class ExpressionField(QWidget):
    """None as its text: the option is not in the URL."""

    option_edited = Signal(str, object)  # name, text or None
    option_changed = Signal()  # by hand or not
    checked = Signal()
    failed = Signal(object)  # Problem

    def __init__(self, name: str, placeholder: str, background: Background) -> None:
        super().__init__()
        self.name = name
        self.editor = ExpressionEditor(name)
        self.editor.setPlaceholderText(placeholder)
        self.flaw: Flaw | None = None
        self._rule = _RULES[name]
        self._text: str | None = None
        self._dialect = Dialect.V4
        self._checking = Latest(self, background, self._fail)
        self._formatting = Latest(self, background, self._fail)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.format = QAction(f"Format {name}", self)
        self._icon = IconLabel(side=14)
        self._message = label(role=Role.HINT, selectable=True, wrap=True)
        self.strip = MendStrip(name)
        self.completer = Completer(self.editor, self._option, background, self._fail)
        self._mending = Latest(self, background, self._fail)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = sizes().grid
        self._below = QWidget()
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(grid)
        row.addWidget(self._icon)
        row.addWidget(self._message, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(grid)
        self.column.addWidget(self.editor)
        self.column.addWidget(self._below)
        self.column.addWidget(self.strip)
        self._below.hide()

    def _connect(self) -> None:
        self.editor.text_edited.connect(self._edit)
        self._pause.timeout.connect(self.check_now)
        self.format.triggered.connect(self._format)
        self.strip.mend.clicked.connect(lambda: self.put(self.strip.text))
        self.editor.customContextMenuRequested.connect(self._menu)

    def option_text(self) -> str:
        """What is typed; empty without the option."""
        return self._text or ""

    def show_text(self, text: str | None) -> None:
        """What the URL says."""
        if text == self._text:
            return
        self._text = text
        exact = self.editor.show_text(text or "")
        self.editor.setReadOnly(not exact)
        self._judge_later()
        if not exact:
            self._pause.stop()
            self._say(TOO_LONG if len(text or "") > LONGEST else UNSHOWN, Tone.WARN)
        self.option_changed.emit()

    def show_surroundings(self, known: Surroundings) -> None:
        """What can be named, and how values are written."""
        self.completer.known = known
        if known.dialect is not self._dialect:
            self._dialect = known.dialect
            self._pause.start()

    def put(self, text: str) -> None:
        """Another text, by a click of the person: it can be undone."""
        if text != self.option_text() and not self.editor.isReadOnly():
            self.editor.replace_all(text)

    def check_now(self) -> None:
        """Look for what is wrong; `checked` follows."""
        self._pause.stop()
        option = self._option()
        if option.text.isascii():
            self.strip.offer(None)
        else:
            self._mending.ask(lambda: mended_text(option.text), self._offer_mending)
        if not option.text.strip():
            self._show_flaw(option, None)
            return
        self._checking.ask(lambda: check(option), lambda flaw: self._show_flaw(option, flaw))

    def message(self) -> str:
        """What is said below the text."""
        return self._message.text() if self._below.isVisibleTo(self) else ""

    def leave(self) -> None:
        """The page is being closed."""
        self._pause.stop()
        self.completer.leave()
        for each in (self._checking, self._formatting, self._mending):
            each.drop()

    def _option(self) -> Option:
        return Option(self._rule, self.option_text(), self._dialect)

    def _edit(self) -> None:
        self._text = self.editor.text() or None
        self._judge_later()
        self.option_edited.emit(self.name, self._text)
        self.option_changed.emit()

    def _judge_later(self) -> None:
        self._checking.drop()
        if self.option_text().strip():
            self._pause.start()
        else:
            self.check_now()

    def _show_flaw(self, option: Option, flaw: Flaw | None) -> None:
        if option != self._option():
            return
        self.flaw = flaw
        self.editor.show_error(flaw.position if flaw is not None else None)
        if flaw is None:
            self._say("", Tone.NEUTRAL)
        else:
            self._say(flaw.message, Tone.WARN if flaw.unfinished else Tone.BAD)
        self.checked.emit()

    def _offer_mending(self, text: str | None) -> None:
        self.strip.offer(text if not self.editor.isReadOnly() else None)

    def _format(self) -> None:
        option = self._option()
        self._formatting.ask(lambda: laid_out(option), lambda text: self._formatted(option, text))

    def _formatted(self, option: Option, text: str | None) -> None:
        if option != self._option():
            return
        if text is None and self.flaw is None:
            self._say(NOT_FORMATTED, Tone.WARN)
        elif text is not None:
            self.put(text)

    def _menu(self, place: QPoint) -> None:
        menu = self.editor.createStandardContextMenu()
        menu.addSeparator()
        menu.addAction(self.format)
        self.format.setEnabled(bool(self.option_text().strip()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.editor.mapToGlobal(place))

    def _say(self, text: str, tone: Tone) -> None:
        self._message.setText(text)
        if tone is not Tone.NEUTRAL:
            icon = "error" if tone is Tone.BAD else "warning"
            self._icon.show_icon(icon, tone.value)
            set_tone(self._message, tone)
        self._below.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)
        set_look(self.editor, "problem", "error" if tone is Tone.BAD else "")

    def _fail(self, problem: Problem) -> None:
        self.failed.emit(problem)
