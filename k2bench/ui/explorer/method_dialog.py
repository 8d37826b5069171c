"""The form of one method: filled in, seen as the request that it makes, opened in a tab."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.methods import Method
from k2bench.apis.odata.requests import flaws, method_request, preview
from k2bench.apis.odata.service import Service
from k2bench.ui.explorer.method_form import MethodForm
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes


class MethodDialog(QDialog):
    """Nothing is sent from here."""

    request_made = Signal(object)  # RequestSpec

    def __init__(
        self, method: Method, service: Service, index: Index, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._method, self._service, self._index = method, service, index
        title = f"{method.name} · {method.entity_set}" if method.entity_set else method.name
        self.setWindowTitle(title)
        self.resize(sizes().grid * 210, sizes().grid * 150)
        self.form = MethodForm(method, index)
        self.preview = QPlainTextEdit(readOnly=True)
        self.preview.setAccessibleName("Request preview")
        self.preview.setProperty("body", "true")
        self.open_ = Button("Open Request", primary=True)
        self.cancel = Button("Cancel")
        self._lay_out(title)
        self.form.changed.connect(self._show)
        self.open_.clicked.connect(self._open)
        self.cancel.clicked.connect(self.reject)
        self._show()

    def _lay_out(self, title: str) -> None:
        grid = sizes().grid
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(grid * 3, 0, 0, 0)
        beside.setSpacing(grid * 2)
        beside.addWidget(label("Request", Role.HEADING))
        beside.addWidget(self.preview, 1)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.form)
        halves.addWidget(right)
        halves.setSizes([grid * 105, grid * 95])
        buttons = QHBoxLayout()
        buttons.setSpacing(grid * 2)
        buttons.addWidget(label("Nothing is sent yet: the request opens in a tab.", Role.HINT))
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.open_)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[grid * 5] * 4)
        column.setSpacing(grid * 4)
        column.addWidget(label(title, Role.TITLE))
        column.addWidget(halves, 1)
        column.addLayout(buttons)

    def _show(self) -> None:
        filled = self.form.filled()
        self.form.show_flaws(flaws(self._method, self._index, filled))
        words = preview(self._method, self._service, self._index, filled)
        if words != self.preview.toPlainText():
            self.preview.setPlainText(words)

    def _open(self) -> None:
        filled = self.form.filled()
        found = flaws(self._method, self._index, filled)
        if found:
            self.form.show_flaws(found, everywhere=True)
            return
        self.accept()
        self.request_made.emit(method_request(self._method, self._service, self._index, filled))
