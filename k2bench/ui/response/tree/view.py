"""The tree of an answer: keys, copying, and opening many rows at once."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from k2bench.content.json_children import Child
from k2bench.content.json_text import printable
from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.background import Background, first
from k2bench.ui.response.cell_mark import CellMark
from k2bench.ui.response.tree.delegate import TreeDelegate
from k2bench.ui.response.tree.expansion import TreeExpansion
from k2bench.ui.response.tree.model import NAME, Index, TreeModel

MOST_COPIED = 16_000_000  # bytes
_LOOKS = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)
_TOGGLES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ResponseTree(QTreeView):
    """Shows a `TreeModel`. Enter opens and closes a row, `*` opens everything below it."""

    copy_refused = Signal()  # more than MOST_COPIED bytes

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Response tree")
        self._rows = TreeDelegate(self)
        self.setItemDelegate(self._rows)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(False)
        self.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self.expansion = TreeExpansion(self)
        self._background: Background | None = None
        self._model: TreeModel | None = None
        self._add_actions()
        self._size()

    def _add_actions(self) -> None:
        self._add("Copy Value", "copy", QKeySequence.StandardKey.Copy, self.copy_value)
        self._add("Copy Path", "", "Ctrl+Shift+C", self.copy_path)
        self._add("Copy as JSON", "", "Ctrl+Shift+J", self.copy_json)
        self._separate()
        self._add("Expand All Below", "expand", "*", self.expand_below)
        self._add("Collapse All", "collapse", "/", self.collapse_all)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def ask_to_wait(self, background: Background) -> None:
        """Whom to ask to wait while the tree is painted."""
        self._background = background

    def show_model(self, model: TreeModel | None) -> None:
        """Another tree, its outermost value opened; or none."""
        self.expansion.stop()
        old, self._model = self._model, model
        width = self.header().sectionSize(NAME) if old else sizes().grid * 70
        self.setModel(model)
        self.header().resizeSection(NAME, width)
        if old is not None:
            old.deleteLater()
        if model is not None:
            root = model.index(0, NAME)
            self.expand(root)
            self.setCurrentIndex(root)

    def expand_to(self, level: int) -> None:
        """Open so many levels below the outermost value, and close what is below them."""
        if self._model is not None:
            self.expansion.stop()
            self.collapseAll()
            self.expansion.start(self._model.index(0, NAME), level)

    def expand_below(self) -> None:
        """Open everything below the current row, within reason."""
        if self.currentIndex().isValid():
            self.expansion.start(self.currentIndex().siblingAtColumn(NAME))

    def collapse_all(self) -> None:
        """Close everything but the outermost value."""
        self.expand_to(1)

    def reveal(self, path: list[int]) -> None:
        """Open the way to a value, and make it the current row.

        Args:
            path: child numbers from the root, see `content.json_locate`.
        """
        if self._model is not None:
            index = self._model.index_of(path)
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def show_longer(self, model: TreeModel) -> None:
        """Show the tree of a body that begins alike; the place and what is opened stay."""
        paths, current = list(self._opened(self.model().index(0, NAME))), self.currentIndex()
        chosen = self._model.numbers_of(current) if self._model and current.isValid() else []
        bar = self.verticalScrollBar()
        top = bar.value()
        self.show_model(model)
        for path in paths:
            above = model.index_of(path).parent()
            while above.isValid():
                self.expand(above)
                above = above.parent()
        self.setCurrentIndex(model.index_of(chosen))
        bar.setValue(top)

    def _opened(self, index: QModelIndex) -> Iterator[list[int]]:
        """The child numbers that lead to the first value below each opened row."""
        if self._model is not None and self.isExpanded(index):
            for row in range(self._model.rowCount(index)):
                below = self._model.index(row, NAME, index)
                if row == 0:
                    yield self._model.numbers_of(below)
                yield from self._opened(below)

    def show_marks(self, mark_of: Callable[[Index], CellMark] | None) -> None:
        """Which cells were found; None: nothing is looked for."""
        self._rows.mark_of = mark_of
        self.viewport().update()

    def place_of(self, index: Index) -> Child | None:
        """Where the value of a row stands in the body; None for a range, and where nothing is."""
        return self._model.place_of(index) if self._model and index.isValid() else None

    def copy_value(self) -> None:
        """Copy the value of the current row: a string as it reads, anything else as sent."""
        self._copy(whole=False)

    def copy_json(self) -> None:
        """Copy the value of the current row as it was sent."""
        self._copy(whole=True)

    def copy_path(self) -> None:
        """Copy the JSONPath of the current row."""
        if self._model is not None and self.currentIndex().isValid():
            QGuiApplication.clipboard().setText(printable(self._model.path_of(self.currentIndex())))

    def _copy(self, *, whole: bool) -> None:
        model, index = self._model, self.currentIndex()
        if model is None or not index.isValid():
            return
        text = model.text_of(index, MOST_COPIED, whole)
        if text is None:
            self.copy_refused.emit()
        else:
            QGuiApplication.clipboard().setText(printable(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex().siblingAtColumn(NAME)
        if event.key() == Qt.Key.Key_Asterisk:  # Qt would open everything there is
            self.expand_below()
        elif event.key() in _TOGGLES and index.isValid():
            self.setExpanded(index, not self.isExpanded(index))
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for action in self.actions():
            action.setEnabled(current.isValid())

    def paintEvent(self, event: QPaintEvent) -> None:
        with first(self._background):
            super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LOOKS:
            self._rows.forget_look()
            self._size()

    def _size(self) -> None:
        self.setIndentation(sizes().grid * 4)
        self.header().setFixedHeight(sizes().row + 1)

    def _separate(self) -> None:
        line = QAction(self)
        line.setSeparator(True)
        self.addAction(line)

    def _add(
        self,
        text: str,
        icon_name: str,
        keys: str | QKeySequence.StandardKey,
        slot: Callable[[], None],
    ) -> None:
        action = QAction(text, self)
        if icon_name:
            action.setIcon(icon(icon_name))
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self.addAction(action)
