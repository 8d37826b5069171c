"""Names for screen readers, the keyboard and tests: each there, and one only in its pane."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from k2bench.ui.kit.text_view import TextView
from tests.visual.checks.walk import called, shown

INTERACTIVE = (
    *(QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox),
    *(QLineEdit, QPlainTextEdit, QTabBar, QTextEdit, TextView),
)
PARTED = ("SecretField", "SearchField")  # one widget for a person, though with a button in it


def name_flaws(window: QWidget) -> Iterator[str]:
    """One sentence for each name that is missing, or that two widgets of a pane have."""
    names: Counter[tuple[str, str]] = Counter()
    for widget in shown(window):
        if isinstance(widget, QTabBar):
            yield from _tabs(widget)
        named = isinstance(widget, QLabel) and widget.accessibleName()
        if not named and not is_interactive(widget):
            continue
        if not widget.accessibleName():
            yield f"{called(widget)} has no accessible name"
        names[pane_of(widget), widget.accessibleName()] += 1
    for (pane, name), count in names.items():
        if name and count > 1:
            yield f"{count} widgets of the pane {pane} are called {name}"


def is_interactive(widget: QWidget) -> bool:
    """Whether a person does something with it, and it is no part of another widget."""
    if not isinstance(widget, INTERACTIVE) or isinstance(widget, QHeaderView | QScrollBar):
        return False
    parent = widget.parentWidget()
    if isinstance(widget, QAbstractButton) and isinstance(parent, QTableView | QTabBar):
        return False
    return not isinstance(parent, QComboBox | QAbstractSpinBox) and not widget.window().inherits(
        "QComboBoxPrivateContainer"
    )


def pane_of(widget: QWidget) -> str:
    """The group that a widget is in; the title of its window if it is in none."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if parent.accessibleName() and type(parent).__name__ not in PARTED:
            return called(parent)
        parent = parent.parentWidget()
    return widget.window().windowTitle()


def _tabs(bar: QTabBar) -> Iterator[str]:
    names = [bar.accessibleTabName(index) for index in range(bar.count())]
    for index, name in enumerate(names):
        if not name:
            yield f"{called(bar)}: the tab “{bar.tabText(index)}” has no accessible name"
    if len(set(names)) < len(names):
        yield f"{called(bar)}: two tabs have the same name"
