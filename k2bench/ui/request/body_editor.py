"""The body of a request: none, a text of some media type, or a form."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from k2bench.core.request import Body, FormBody, NoBody, TextBody
from k2bench.ui.kit.empty_state import EmptyState
from k2bench.ui.kit.fonts import body_font
from k2bench.ui.kit.key_value_table import KeyValueTable
from k2bench.ui.kit.tones import sizes

NONE, FORM = "None", "Form"
TEXTS = {"JSON": "application/json", "XML": "application/xml", "Text": "text/plain"}


class BodyEditor(QWidget):
    """Keeps the text and the form apart, so that switching the kind loses neither."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = QComboBox()
        self.kind.setAccessibleName("Body kind")
        self.kind.addItems([NONE, *TEXTS, FORM])
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Body text")
        self.text.setFont(body_font())
        self.form = KeyValueTable("Form")
        self._media_type = TEXTS["JSON"]
        self._pages = QStackedWidget()
        self._pages.addWidget(EmptyState("send", "No body", "Choose a kind to send one."))
        self._pages.addWidget(self.text)
        self._pages.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[sizes().grid * 3] * 4)
        column.setSpacing(sizes().grid * 2)
        self.kind.setFixedWidth(sizes().grid * 28)
        column.addWidget(self.kind)
        column.addWidget(self._pages, 1)
        self.kind.currentTextChanged.connect(self._choose)
        self.text.textChanged.connect(self.edited)
        self.form.pairs_changed.connect(self.edited)

    def body(self) -> Body:
        """What is chosen and typed."""
        kind = self.kind.currentText()
        if kind == NONE:
            return NoBody()
        if kind == FORM:
            return FormBody(self.form.pairs())
        return TextBody(self.text.toPlainText(), self._media_type)

    def show_body(self, body: Body) -> None:
        """Another body."""
        match body:
            case TextBody(text, media_type):
                self.text.setPlainText(text)
                known = (kind for kind, each in TEXTS.items() if each == media_type)
                self.kind.setCurrentText(next(known, "Text"))
                self._media_type = media_type
            case FormBody(pairs):
                self.form.show_pairs(pairs)
                self.kind.setCurrentText(FORM)
            case NoBody():
                self.kind.setCurrentText(NONE)

    def _choose(self, kind: str) -> None:
        self._media_type = TEXTS.get(kind, self._media_type)
        self._pages.setCurrentIndex({NONE: 0, FORM: 2}.get(kind, 1))
        self.edited.emit()
