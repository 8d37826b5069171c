"""Widgets that lie on each other, and places with nothing in them."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSplitterHandle,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from tests.visual.checks.declared import BARE, OVERLAID, is_declared
from tests.visual.checks.walk import area, called, is_internal, seen, shown

MADE_OF_LAYERS = (QAbstractScrollArea, QComboBox, QAbstractSpinBox, QLineEdit, QStackedWidget)
NO_PLACES = (QLineEdit, QAbstractSlider, QLabel)  # a label without words is a gap
SMALL = 24  # pixels: a smaller place may be a gap
EDGE = 3  # pixels that may be a frame


def overlaps(window: QWidget) -> Iterator[str]:
    """One sentence for each two widgets of one parent that share a place."""
    for parent in shown(window):
        if isinstance(parent, MADE_OF_LAYERS):
            continue
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        children = [
            each
            for each in parent.findChildren(QWidget, options=direct)
            if each.isVisible() and not each.isWindow() and not isinstance(each, QSplitterHandle)
            if not is_declared(called(each), OVERLAID)
        ]
        if not isinstance(parent, QTabWidget):
            children = [each for each in children if not is_internal(each)]
        for one, other in combinations(children, 2):
            shared = one.geometry() & other.geometry()
            if not shared.isEmpty():
                yield f"{called(one)} and {called(other)} share {_size(shared)} pixels"


def bare(window: QWidget, image: QImage) -> Iterator[str]:
    """One sentence for each visible widget in which nothing at all is to be seen."""
    ratio = image.width() / window.width()
    for widget in shown(window):
        name = called(widget)
        if isinstance(widget, NO_PLACES) or is_declared(name, BARE):
            continue
        visible = seen(widget)
        if visible.width() < SMALL or visible.height() < SMALL or _may_be_bare(widget):
            continue
        place = visible.translated(area(widget, window).topLeft())
        place.adjust(EDGE, EDGE, -EDGE, -EDGE)
        if _is_one_colour(image, scaled(place, ratio)):
            yield f"{name}: {_size(visible)} pixels with nothing in them, and no hint"


def _may_be_bare(widget: QWidget) -> bool:
    """Whether it is the ground of a view, which is looked at as a whole."""
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QAbstractItemView)


def scaled(place: QRect, ratio: float) -> QRect:
    """The same place in the pixels of a picture."""
    return QRect(
        round(place.x() * ratio),
        round(place.y() * ratio),
        round(place.width() * ratio),
        round(place.height() * ratio),
    )


def _is_one_colour(image: QImage, place: QRect) -> bool:
    part = image.copy(place)
    data = bytes(part.constBits())
    return data == data[:4] * (len(data) // 4)


def _size(place: QRect) -> str:
    return f"{place.width()} x {place.height()}"
