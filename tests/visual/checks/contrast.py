"""Texts that are too faint on their ground, measured in the picture (WCAG 2.2, 1.4.3)."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QWidget

from tests.visual.checks.places import EDGE, scaled
from tests.visual.checks.texts import visible_cells
from tests.visual.checks.walk import area, called, seen, shown

LEAST = 4.5
MEASURED = 3  # letters: fewer may all be too thin to be drawn in their full colour
SEEN = 2  # pixels of a colour at least: one alone is the edge of something


def faint_texts(window: QWidget, image: QImage) -> Iterator[str]:
    """One sentence for each text that stands out too little."""
    ratio = image.width() / window.width()
    for widget in shown(window):
        for what, place in _texts(widget):
            if len(what.strip()) < MEASURED:
                continue
            there = place.translated(area(widget, window).topLeft())
            found = contrast_in(image, scaled(there, ratio))
            if found is not None and found < LEAST:
                yield f"{called(widget)}: the contrast of “{what[:40]}” is {found:.1f} : 1"


def _texts(widget: QWidget) -> Iterator[tuple[str, QRect]]:
    if not widget.isEnabled():
        return  # exempt, as the rule says
    if seen(widget).height() < widget.height() / 2:
        return  # scrolled out of sight
    visible = seen(widget).adjusted(EDGE, EDGE, -EDGE, -EDGE)
    if isinstance(widget, QLabel | QAbstractButton) and widget.text():
        yield widget.text(), visible
    elif isinstance(widget, QComboBox) and widget.currentText():
        yield widget.currentText(), visible
    elif isinstance(widget, QAbstractItemView):
        ground = widget.viewport()
        for index in visible_cells(widget):
            whole = widget.visualRect(index)
            if _ends_out_of_sight(index, whole, ground.rect()):
                continue
            place = whole & ground.rect()
            yield str(index.data()), place.translated(ground.pos()).adjusted(1, 1, -1, -1)


def _ends_out_of_sight(index: QModelIndex, whole: QRect, seen_part: QRect) -> bool:
    """Whether a cell's text stands at its right end, and that is scrolled away."""
    aligned = index.data(Qt.ItemDataRole.TextAlignmentRole) or 0
    at_right = bool(Qt.AlignmentFlag(aligned) & Qt.AlignmentFlag.AlignRight)
    return at_right and whole.right() > seen_part.right()


def contrast_in(image: QImage, place: QRect) -> float | None:
    """Of the commonest colour and the one that differs most from it; None if there is one only."""
    if place.width() < SEEN or place.height() < SEEN:
        return None
    part = image.copy(place)
    counts = Counter(memoryview(part.constBits()).cast("I"))
    if len(counts) < 2:
        return None
    ground = counts.most_common(1)[0][0]
    others = [colour for colour, count in counts.items() if count >= SEEN and colour != ground]
    return max((contrast(ground, colour) for colour in others), default=None)


def contrast(one: int, other: int) -> float:
    """Of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def _luminance(colour: int) -> float:
    parts = ((colour >> shift & 255) / 255 for shift in (16, 8, 0))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
