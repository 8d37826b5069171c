"""Searches everything that a run leaves behind or shows for planted secrets, in any spelling.

Looked through: files, the texts of every widget (titles, names, descriptions, tips, items), live
problems, errors and snapshots, and what was printed. Not looked at: what a `SecretField` holds, and
a field into which a person pastes.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from k2bench.core.problem import Problem
from k2bench.core.redaction import forms_of
from k2bench.core.response import ResponseSnapshot
from k2bench.ui.kit.secret_field import SecretField
from k2bench.ui.kit.text_view import TextView

PASTED = "Pasted text"  # a person's own text, before anything is understood of it
CELLS = 2_000  # of a table that are looked at


@dataclass(frozen=True)
class Leak:
    """Where a secret was found; the secret itself is not told, for this may be printed."""

    plant: str
    place: str


class Search:
    """Knows the plants by name."""

    def __init__(self, plants: dict[str, str]) -> None:
        self._forms = {name: sorted(forms_of(value)) for name, value in plants.items()}

    def text(self, place: str, text: str) -> Iterator[Leak]:
        """The plants in a text."""
        for name, forms in self._forms.items():
            if any(form in text for form in forms):
                yield Leak(name, place)

    def texts(self, found: Iterable[tuple[str, str]]) -> Iterator[Leak]:
        """The plants in many texts, each with its place."""
        for place, text in found:
            yield from self.text(place, text)

    def files(self, folder: Path) -> Iterator[Leak]:
        """The plants in every file below a folder, and in their names."""
        for path in sorted(folder.rglob("*")):
            yield from self.text(f"name of {path}", str(path))
            if path.is_file():
                yield from self.text(str(path), path.read_bytes().decode("latin-1"))

    def everything_shown(self) -> Iterator[Leak]:
        """The plants in every widget of the application."""
        for widget in QApplication.allWidgets():
            yield from self.texts(texts_of(widget))

    def everything_kept(self) -> Iterator[Leak]:
        """The plants in every problem, error and snapshot that is alive."""
        for each in gc.get_objects():
            if isinstance(each, Problem | ResponseSnapshot | Exception):
                kind = type(each).__name__
                yield from self.text(kind, f"{each!r} {each!s}")
                if isinstance(each, ResponseSnapshot):
                    sent = each.sent.body.decode("latin-1")
                    yield from self.text(f"request of a {kind}", sent)


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of one widget and where it stands."""
    who = f"{type(widget).__name__} {widget.accessibleName()!r}"
    for what in ("windowTitle", "accessibleName", "accessibleDescription", "toolTip", "statusTip"):
        yield f"{what} of {who}", getattr(widget, what)()
    for action in widget.actions():
        yield f"action of {who}", f"{action.text()} {action.toolTip()} {action.statusTip()}"
    if isinstance(widget, SecretField) or widget.accessibleName() == PASTED:
        return
    yield f"text of {who}", _text(widget)


def _text(widget: QWidget) -> str:
    for kind, read in _TEXTS:
        if isinstance(widget, kind):
            return str(read(widget))
    return ""


def _lines(count: int, *texts: Callable[[int], str]) -> str:
    return "\n".join(text(index) for index in range(count) for text in texts)


_TEXTS: tuple[tuple[Any, Callable[[Any], str]], ...] = (
    (QLineEdit, lambda w: f"{w.text()} {w.placeholderText()}"),
    (QLabel | QAbstractButton, lambda w: w.text()),
    (QPlainTextEdit | QTextEdit, lambda w: w.toPlainText()),
    (TextView, lambda w: "\n".join(w.visible_texts())),
    (QComboBox, lambda w: _lines(w.count(), w.itemText)),
    (QTabBar, lambda w: _lines(w.count(), w.tabText, w.tabToolTip)),
    (QGroupBox, lambda w: w.title()),
    (QAbstractItemView, lambda w: "\n".join(_cells(w.model(), QModelIndex())) if w.model() else ""),
)


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole)
    try:
        columns = model.columnCount(parent)
    except TypeError:  # private in lists, which have one
        columns = 1
    for row in range(min(model.rowCount(parent), CELLS // max(1, columns))):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(model.data(index, role)) for role in roles)
            if QAbstractItemModel.hasChildren(model, index):  # private in some models
                yield from _cells(model, index)


def actions_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """The texts of every action below a window."""
    for action in window.findChildren(QAction):
        yield "action", f"{action.text()} {action.toolTip()} {action.statusTip()}"
