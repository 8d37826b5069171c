"""An editable table of names and values, for parameters, headers and form fields.

Does not know what the pairs are for.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from k2bench.core.request import Pair
from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.pair_model import Column, Index, PairModel
from k2bench.ui.kit.tones import sizes


class KeyValueTable(QTableView):
    """A row each, ticked or not; the last row is empty, and typing there makes a new one."""

    pairs_changed = Signal(tuple)  # tuple[Pair, ...], after a change by hand

    def __init__(self, name: str, suggestions: Iterable[str] = ()) -> None:
        """`suggestions` are offered while a name is typed."""
        super().__init__()
        self.setAccessibleName(name)
        self._model = PairModel(self)
        self._model.edited.connect(self._edited)
        self.setModel(self._model)
        for changed in (
            self._model.rowsInserted,
            self._model.rowsRemoved,
            self._model.modelReset,
        ):
            changed.connect(self.updateGeometry)
        self.setItemDelegate(_PairDelegate(suggestions, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)  # else nobody leaves the table by keyboard
        self.setWordWrap(False)
        self.clicked.connect(self._clicked)
        self._delete = QAction(icon("trash"), "Delete Row", self)
        self._delete.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self._delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._delete.triggered.connect(self.delete_selected)
        self.addAction(self._delete)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._lay_out()
        self.horizontalHeader().resizeSection(Column.NAME, sizes().grid * 50)

    def pairs(self) -> tuple[Pair, ...]:
        """The rows that are not empty, in order."""
        return self._model.pairs()

    def show_pairs(self, pairs: tuple[Pair, ...]) -> None:
        """Other rows. Does nothing, an open editor included, if they are those there are."""
        if pairs != self.pairs():
            self._model.set_pairs(pairs)

    def show_fixed(self, pairs: tuple[Pair, ...]) -> None:
        """Dim rows at the top that come by themselves, for example automatic headers."""
        self._model.set_fixed(pairs)

    def delete_selected(self) -> None:
        """Delete the selected rows of the person's own."""
        rows = sorted({index.row() for index in self.selectedIndexes()}, reverse=True)
        for row in rows:
            self._model.remove(row)

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        frame = 2 * self.frameWidth()
        rows = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()
        return QSize(super().sizeHint().width(), rows + frame)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # an editor passes on the keys it has done with
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._toggle(self.currentIndex().siblingAtColumn(Column.ENABLED))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._lay_out()  # the zoom may be another

    def _toggle(self, index: QModelIndex) -> None:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            on = Qt.CheckState(state) == Qt.CheckState.Checked
            new = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
            self._model.setData(index, new, Qt.ItemDataRole.CheckStateRole)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.DELETE:
            self._model.remove(index.row())
        elif index.column() != Column.ENABLED:
            self.edit(index)

    def _edited(self) -> None:
        self.pairs_changed.emit(self.pairs())

    def _lay_out(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(sizes().control)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(sizes().control)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.VALUE, QHeaderView.ResizeMode.Stretch)
        for column in (Column.ENABLED, Column.DELETE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, sizes().control)


class _PairDelegate(QStyledItemDelegate):
    def __init__(self, suggestions: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._suggestions = tuple(suggestions)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        model = index.model()
        if isinstance(model, PairModel) and model.is_new(index.row()):
            # an empty row would not tell that it can be typed in
            option.text = {Column.NAME: "Name", Column.VALUE: "Value"}.get(
                Column(index.column()), ""
            )

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        suggests = self._suggestions and index.column() == Column.NAME
        if suggests and isinstance(editor, QLineEdit):
            completer = QCompleter(self._suggestions, editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        return editor
