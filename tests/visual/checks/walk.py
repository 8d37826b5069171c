"""The widgets of a window as a person sees them, and what to call them in a report."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

INTERNAL = ("qt_", "ScrollLeftButton", "ScrollRightButton")


def shown(window: QWidget) -> Iterator[QWidget]:
    """Every visible widget of the window, itself first; a dialog over it is another window."""
    yield window
    for each in window.findChildren(QWidget):
        if each.isVisible() and each.window() is window.window() and not is_internal(each):
            yield each


def is_internal(widget: QWidget) -> bool:
    """Whether Qt made it as a part of another widget."""
    return widget.objectName().startswith(INTERNAL) and widget.objectName() != "qt_tabwidget_tabbar"


def area(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget is in the window, in logical pixels."""
    return QRect(
        widget.mapTo(window, QPoint()) if widget is not window else QPoint(), widget.size()
    )


def seen(widget: QWidget) -> QRect:
    """The part of a widget that nothing cuts off, in its own coordinates."""
    return widget.visibleRegion().boundingRect()


def scrolls(widget: QWidget, vertical: bool) -> bool:
    """Whether a scroll bar brings into view what is cut off."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QAbstractScrollArea):
            bar = parent.verticalScrollBar() if vertical else parent.horizontalScrollBar()
            if bar.isVisible() and bar.maximum() > 0:
                return True
        parent = parent.parentWidget()
    return False


def called(widget: QWidget) -> str:
    """`Pane/Name`, with the kind of the widget where it has no name."""
    names = [widget.accessibleName() or f"({type(widget).__name__}{_words(widget)})"]
    parent = widget.parentWidget()
    while parent is not None:
        name = parent.accessibleName() or (parent.windowTitle() if parent.isWindow() else "")
        if name and name != names[0]:
            names.insert(0, name)
        parent = None if parent.isWindow() else parent.parentWidget()
    return "/".join(names)


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    words = text() if callable(text) else ""
    return f" “{words[:40]}”" if isinstance(words, str) and words else ""
