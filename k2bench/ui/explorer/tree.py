"""The tree view of the explorer: mouse, keyboard, marked matches."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTreeView

from k2bench.apis.catalogue import Node
from k2bench.ui.explorer.model import MARKS_ROLE, ExplorerModel, Index, Path
from k2bench.ui.kit.row_delegate import RowDelegate
from k2bench.ui.kit.tones import colours_of, sizes


class NodeTree(QTreeView):
    """Shows an `ExplorerModel`; what opening a node means is somebody else's business."""

    opened = Signal(object)  # Node: double click, or Enter
    looked_at = Signal(object)  # Node or None: it has the focus now
    menu_requested = Signal(object, QPoint)  # Node or None, place on the screen

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.nodes = ExplorerModel()
        self.setModel(self.nodes)
        self.setItemDelegate(_Delegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)  # else Qt measures every line
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(sizes().grid * 4)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentChanged.connect(self._look_at)
        self.expanded.connect(self._open_parts)

    def show_roots(self, roots: tuple[Node, ...]) -> None:
        """Another tree; those of its nodes that are meant to be open are."""
        self.nodes.show_roots(roots)
        self._open_parts(QModelIndex())

    def current_node(self) -> Node | None:
        """The node with the focus."""
        return self.nodes.node(self.currentIndex())

    def current_path(self) -> Path:
        """Where that is."""
        return self.nodes.path(self.currentIndex())

    def open_paths(self) -> list[Path]:
        """All nodes that are unfolded, parents before their children."""
        found: list[Path] = []
        waiting = [QModelIndex()]
        while waiting:
            parent = waiting.pop(0)
            for row in range(self.nodes.rowCount(parent)):
                index = self.nodes.index(row, 0, parent)
                if self.isExpanded(index):
                    found.append(self.nodes.path(index))
                    waiting.append(index)
        return found

    def restore(self, opened: list[Path], current: Path) -> None:
        """Unfold and select again what is still there."""
        for path in opened:
            index = self.nodes.find(path)
            if self.nodes.path(index) == path:
                self.expand(index)
        index = self.nodes.find(current)
        if index.isValid():
            self.select(index)

    def select(self, index: QModelIndex) -> None:
        """Give a node the focus and show it."""
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        node = self.current_node()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and node is not None:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseDoubleClickEvent(event)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._open(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.visualRect(index).bottomLeft()
        else:
            place = event.pos()
            index = self.indexAt(place)
        self.menu_requested.emit(self.nodes.node(index), self.viewport().mapToGlobal(place))

    def _open(self, index: QModelIndex) -> None:
        node = self.nodes.node(index)
        if node is not None and node.opens:
            self.opened.emit(node)
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def _look_at(self, index: QModelIndex) -> None:
        self.looked_at.emit(self.nodes.node(index))

    def _open_parts(self, parent: QModelIndex) -> None:
        """Unfold the children that a filter, or the service itself, wants open."""
        if self.nodes.canFetchMore(parent):
            self.nodes.fetchMore(parent)
        for row in range(self.nodes.rowCount(parent)):
            index = self.nodes.index(row, 0, parent)
            node = self.nodes.node(index)
            if node is not None and node.open:
                self.expand(index)


class _Delegate(RowDelegate):
    """Draws over what a filter found: in the accent colour, and underlined."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        marks = index.data(MARKS_ROLE)
        if not marks:
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        view = shown.widget
        style = view.style() if view is not None else None
        if style is None:
            return
        area = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, view)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1
        area = area.adjusted(margin, 0, -margin, 0)
        painter.save()
        painter.setFont(shown.font)
        painter.setPen(QColor(colours_of(shown.palette).accent))
        for start, end in marks:
            _mark(painter, shown, area, start, end)
        painter.restore()


def _mark(
    painter: QPainter, shown: QStyleOptionViewItem, area: QRect, start: int, end: int
) -> None:
    """The same text once more, clipped to the part that was found."""
    metrics = shown.fontMetrics
    left = area.left() + metrics.horizontalAdvance(shown.text[:start])
    right = area.left() + metrics.horizontalAdvance(shown.text[:end])
    part = QRect(left, area.top(), right - left, area.height()).intersected(area)
    painter.setClipRect(part)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(area, flags, shown.text)
    base = area.center().y() + metrics.height() // 2 - metrics.descent() + 2
    painter.drawLine(part.left(), base, part.right(), base)
