"""The headers of an answer: what came with it and what went out with the request."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import (
    QAction,
    QFont,
    QGuiApplication,
    QKeySequence,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from k2bench.core.redaction import MASK
from k2bench.core.response import ResponseSnapshot
from k2bench.core.wire import SENSITIVE_HEADERS
from k2bench.ui.kit.fonts import body_font
from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.row_delegate import RowDelegate
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.wording import status_words

SECRET = SENSITIVE_HEADERS | {"set-cookie", "set-cookie2", "authentication-info"}


class HeadersView(QTreeView):
    """Two groups of names and values, to be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Response headers")
        self.headers = QStandardItemModel(0, 2, self)
        self.headers.setHorizontalHeaderLabels(["Name", "Value"])
        self.setModel(self.headers)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self.header().resizeSection(0, sizes().grid * 60)
        self._copy = QAction(icon("copy"), "Copy", self)
        self._copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy.triggered.connect(self.copy)
        self.addAction(self._copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_snapshot(self, snapshot: ResponseSnapshot) -> None:
        """Show the headers of another answer."""
        self.headers.removeRows(0, self.headers.rowCount())
        words = status_words(snapshot.status, snapshot.reason)
        self._add_group("Received", f"{snapshot.http_version} {words}".strip(), snapshot.headers)
        sent = snapshot.sent
        self._add_group("Sent", f"{sent.method} {sent.url}", sent.headers)
        self.expandAll()

    def cells(self) -> list[QModelIndex]:
        """Every cell, from the top, the name before the value."""
        groups = [self.headers.index(row, 0) for row in range(self.headers.rowCount())]
        firsts = [
            first
            for group in groups
            for first in (
                group,
                *(self.headers.index(at, 0, group) for at in range(self.headers.rowCount(group))),
            )
        ]
        return [cell for first in firsts for cell in (first, first.siblingAtColumn(1))]

    def copy(self) -> None:
        """Copy the selected lines as `Name: value`, in order."""
        lines = [
            f"{index.data()}: {index.siblingAtColumn(1).data()}"
            for index in sorted(self.selectionModel().selectedRows(0), key=_place)
        ]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _add_group(self, name: str, line: str, pairs: Iterable[tuple[str, str]]) -> None:
        group = QStandardItem(name)
        heading = QFont(self.font())
        heading.setWeight(QFont.Weight.DemiBold)
        group.setFont(heading)
        for header, value in pairs:
            shown = QStandardItem(masked(header, value))
            shown.setFont(body_font())
            shown.setToolTip(_tip(shown.text()))
            group.appendRow([QStandardItem(header), shown])
        first_line = QStandardItem(line)
        first_line.setToolTip(_tip(line))
        self.headers.appendRow([group, first_line])


def _place(index: QModelIndex) -> tuple[int, int]:
    """Where a row stands: its group, then its own line first."""
    parent = index.parent()
    return (parent.row(), index.row()) if parent.isValid() else (index.row(), -1)


def masked(name: str, value: str) -> str:
    """A header's value as people may see it; of a cookie the name and the attributes stay."""
    if name.lower() not in SECRET or MASK in value:
        return value
    if name.lower().startswith("set-cookie"):
        pair, mark, rest = value.partition(";")
        return f"{pair.partition('=')[0]}={MASK}{mark}{rest}"
    scheme, _, credentials = value.partition(" ")
    return f"{scheme} {MASK}" if credentials else MASK


def _tip(text: str) -> str:
    return f"<p style='white-space: pre-wrap'>{escape(text)}</p>" if len(text) > 60 else ""
