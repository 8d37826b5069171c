"""The first columns of a table once more, over it, where they stay while the others scroll.

It shows the same model with the same selection and is as wide as the frozen columns, so that Qt
paints nothing else.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.background import Background, first
from k2bench.ui.response.table.header import TableHeader
from k2bench.ui.response.table.model import Index

WIDEST = 0.7  # of the table: the other columns need some room


class FrozenColumns(QTableView):
    """Hidden while no column is frozen."""

    def __init__(self, main: QTableView) -> None:
        super().__init__(main)
        self.setAccessibleName("Frozen columns")
        self.background: Background | None = None
        self._main = main
        self._count = 0
        self._following = False
        self.across = TableHeader(Qt.Orientation.Horizontal)
        self._set_up()
        self._connect()
        self.hide()

    def _set_up(self) -> None:
        self.setHorizontalHeader(self.across)
        self.across.setSectionsMovable(True)
        self.across.setMinimumSectionSize(sizes().grid * 8)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(self.across.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setItemDelegate(self._main.itemDelegate())

    def _connect(self) -> None:
        main, across = self._main, self._main.horizontalHeader()
        main.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(main.verticalScrollBar().setValue)
        self.horizontalScrollBar().valueChanged.connect(self._stay)
        across.sectionResized.connect(self._take_size)
        self.across.sectionResized.connect(self._give_size)
        self.across.sectionMoved.connect(self._give_move)
        self.across.geometriesChanged.connect(self.place)
        main.viewport().installEventFilter(self)

    @property
    def count(self) -> int:
        """How many columns are frozen, from the left, hidden ones among them."""
        return self._count

    def freeze(self, count: int) -> None:
        """Freeze the first so many columns as they stand; 0: none."""
        self._count = count
        if not count:
            self.hide()
            self.setModel(None)
            return
        if self.model() is not self._main.model():
            own = self.selectionModel()
            self.setModel(self._main.model())
            made = self.selectionModel()
            self.setSelectionModel(self._main.selectionModel())
            for unused in (own, made):
                if unused is not None and unused is not self._main.selectionModel():
                    unused.deleteLater()
            self.across.setSelectionModel(self._main.horizontalHeader().selectionModel())
        self.follow()
        self.show()

    def follow(self) -> None:
        """Take order, widths and hidden columns from the table."""
        if not self._count:
            return
        self._following = True
        self.across.restoreState(self._main.horizontalHeader().saveState())
        self.across.setStretchLastSection(False)
        self._following = False
        self.place()

    def place(self) -> None:
        """Stand where the columns stand that are shown once more."""
        if not self._count:
            return
        main, across = self._main, self._main.horizontalHeader()
        shown = (across.logicalIndex(place) for place in range(min(self._count, across.count())))
        width = sum(across.sectionSize(section) for section in shown)
        width = min(width, round(main.viewport().width() * WIDEST))
        self.across.setFixedHeight(across.height())
        self.verticalHeader().setDefaultSectionSize(main.verticalHeader().defaultSectionSize())
        left = main.verticalHeader().width() + main.frameWidth()
        height = across.height() + main.viewport().height()
        self.setGeometry(left, main.frameWidth(), width + 1, height)  # 1: the line beside it
        self.verticalScrollBar().setValue(main.verticalScrollBar().value())

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """The table scrolls, and this goes with it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with first(self.background):
            super().paintEvent(event)

    def _stay(self, value: int) -> None:
        if value:
            self.horizontalScrollBar().setValue(0)

    def _take_size(self, section: int, _: int, size: int) -> None:
        if self._count and not self._following:
            self._following = True
            if size and self.across.sectionSize(section) != size:
                self.across.resizeSection(section, size)
            self._following = False
            self.place()

    def _give_size(self, section: int, _: int, size: int) -> None:
        if self._count and not self._following and size:
            self._following = True
            self._main.setColumnWidth(section, size)
            self._following = False
            self.place()

    def _give_move(self, _: int, came: int, to: int) -> None:
        if self._count and not self._following:
            self._following = True
            self._main.horizontalHeader().moveSection(came, to)
            self._following = False
            self.place()
