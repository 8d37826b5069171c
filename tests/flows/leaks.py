"""What a leak test looks into: every text that the windows show, every file that was written."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    QWidget,
)

from k2bench.core.redaction import forms_of
from k2bench.ui.kit.secret_field import SecretField

MOST_ROWS = 200
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def visible_texts() -> Iterator[str]:
    """Every text of every widget of every window, but what stands in the masked fields."""
    for window in QApplication.topLevelWidgets():
        for widget in (window, *window.findChildren(QWidget)):
            yield from (
                widget.windowTitle(),
                widget.accessibleName(),
                widget.accessibleDescription(),
                widget.toolTip(),
                widget.statusTip(),
            )
            yield from _own_texts(widget)


def _own_texts(widget: QWidget) -> Iterator[str]:
    match widget:
        case SecretField():
            yield widget.displayText()
        case QLabel() | QLineEdit() | QAbstractButton():
            yield widget.text()
        case QPlainTextEdit() | QTextBrowser():
            yield widget.toPlainText()
        case QComboBox():
            yield from (widget.itemText(i) for i in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(i) + widget.tabToolTip(i) for i in range(widget.count()))
        case QAbstractItemView():
            yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    for row in range(min(model.rowCount(), MOST_ROWS)):
        for column in range(model.columnCount()):
            for role in _ROLES:
                yield str(model.index(row, column).data(role) or "")


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below `folder` with its bytes, its name included."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield str(path), path.name.encode() + b"\n" + path.read_bytes()


def leaks(planted: Iterable[str], where: str, data: bytes | str) -> list[str]:
    """In words, each planted secret that `data` holds, in whichever of its forms."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return [
        f"{where} holds secret number {number}"
        for number, secret in enumerate(planted)
        if any(form.encode("utf-8", "surrogatepass") in raw for form in forms_of(secret))
    ]
