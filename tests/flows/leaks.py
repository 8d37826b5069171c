"""Searches everything that a run leaves behind or shows for planted secrets, in any spelling.

Looked through: files, the texts of every widget (titles, names, descriptions, tips, items), live
problems, errors and snapshots, and what was printed. Passed over: what a `SecretField` holds behind
its mask, and a text that a person put into an open field by hand.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
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
from k2bench.core.request import RequestSpec
from k2bench.core.response import ResponseSnapshot
from k2bench.ui.kit.secret_field import SecretField
from k2bench.ui.kit.text_view import TextView

NOTHING = RequestSpec()
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
CELLS = 2_000  # of a table that are looked at


@dataclass(frozen=True)
class Leak:
    """Where a secret was found; the secret itself is not told, for this may be printed."""

    plant: str
    place: str


class Search:
    """Knows the plants by name."""

    def __init__(self, plants: dict[str, str], typed: Iterable[str] = ()) -> None:
        self._typed = frozenset(typed)
        self._forms = {name: sorted(forms_of(value)) for name, value in plants.items()}

    def text(self, place: str, text: str) -> Iterator[Leak]:
        """The plants in a text."""
        for name, forms in self._forms.items():
            if any(form in text for form in forms):
                yield Leak(name, place)

    def texts(self, found: Iterable[tuple[str, str]]) -> Iterator[Leak]:
        """The plants in many texts, each with its place."""
        for place, text in found:
            if text not in self._typed:
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
            if isinstance(each, Problem | Exception):
                yield from self.text(type(each).__name__, f"{each!r} {each!s}")
            elif isinstance(each, ResponseSnapshot):  # `request` is the template as it was typed
                sent = each.sent.body.decode("latin-1")
                yield from self.text("a snapshot", f"{replace(each, request=NOTHING)!r}")
                yield from self.text("what a snapshot says was sent", sent)


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of one widget and where it stands."""
    who = f"{type(widget).__name__} {widget.accessibleName()!r}"
    for what in ("windowTitle", "accessibleName", "accessibleDescription", "toolTip", "statusTip"):
        yield f"{what} of {who}", getattr(widget, what)()
    for action in widget.actions():
        yield f"action of {who}", f"{action.text()} {action.toolTip()} {action.statusTip()}"
    if isinstance(widget, SecretField):
        yield f"mask of {who}", widget.displayText()
        return
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from ((f"cell of {who}", text) for text in _cells(widget.model(), QModelIndex()))
    yield f"text of {who}", _text(widget)


def _text(widget: QWidget) -> str:
    for kind, read in _TEXTS:
        if isinstance(widget, kind):
            return str(read(widget))
    return ""


def _lines(count: int, *texts: Callable[[int], str]) -> str:
    return "\n".join(text(index) for index in range(count) for text in texts)


_TEXTS: tuple[tuple[Any, Callable[[Any], str]], ...] = (
    (QLineEdit, lambda w: w.text() or w.placeholderText()),
    (QLabel | QAbstractButton, lambda w: w.text()),
    (QPlainTextEdit | QTextEdit, lambda w: w.toPlainText()),
    (TextView, lambda w: "\n".join(w.visible_texts())),
    (QComboBox, lambda w: _lines(w.count(), w.itemText)),
    (QTabBar, lambda w: _lines(w.count(), w.tabText, w.tabToolTip)),
    (QGroupBox, lambda w: w.title()),
)


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    try:
        columns = model.columnCount(parent)
    except TypeError:  # private in lists, which have one
        columns = 1
    for row in range(min(model.rowCount(parent), CELLS // max(1, columns))):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(model.data(index, role)) for role in ROLES)
            if QAbstractItemModel.hasChildren(model, index):  # private in some models
                yield from _cells(model, index)


def actions_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """The texts of every action below a window."""
    for action in window.findChildren(QAction):
        yield "action", f"{action.text()} {action.toolTip()} {action.statusTip()}"
