"""The stored pictures: kept small, and compared within a tolerance."""

from collections import Counter
from pathlib import Path

from PySide6.QtGui import QImage, QPainter

STORED = Path(__file__).parent / "pictures"
# Another release of Qt draws the edge of a letter a little lighter or darker; a letter that is
# another one, or that moved by a pixel, differs in more than these many places of one tile.
MOST_LEVELS = 48  # of 255, in the channel that differs most
TILE = 32  # pixels; a share of the whole picture would let a missing word pass
MOST_PIXELS = 24  # of a tile that may differ by more
COLOURS = 256
STEP = 0xE0E0E0  # colours beyond the commonest are told apart by their highest bits only
EXACT = 24  # so many of the commonest colours are kept as they are
SLOWEST = 0  # the "quality" of Qt's PNG writer: it is that of the compression


def path_of(name: str) -> Path:
    """Where a stored picture is."""
    return STORED / f"{name}.png"


def save(image: QImage, path: Path) -> None:
    """Store a picture with as few colours as the eye needs."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    few = plain.convertToFormat(QImage.Format.Format_Indexed8, _colours(plain))
    if not few.save(str(path), "PNG", SLOWEST):  # type: ignore[call-overload]
        raise OSError(f"{path} could not be written")


def difference(old: QImage, new: QImage) -> str:
    """Where a picture differs from the stored one by more than the tolerance; empty if nowhere."""
    if old.size() != new.size():
        return f"it is {_size(new)} pixels, was {_size(old)}"
    changed = _changed(old, new)
    width, height = new.size().toTuple()
    worst, at, count = 0, (0, 0), 0
    for y in range(0, height, TILE):
        lines = [
            changed[row * width : (row + 1) * width] for row in range(y, min(y + TILE, height))
        ]
        if not any(map(any, lines)):
            continue
        for x in range(0, width, TILE):
            pixels = sum(line[x : x + TILE].count(1) for line in lines)
            count += pixels > MOST_PIXELS
            if pixels > worst:
                worst, at = pixels, (x, y)
    if worst <= MOST_PIXELS:
        return ""
    return (
        f"{count} tiles of {TILE} x {TILE} pixels differ; most the one at {at[0]}, {at[1]}: "
        f"{worst} of its pixels by more than {MOST_LEVELS} levels"
    )


def marked(old: QImage, new: QImage) -> QImage:
    """Both pictures side by side, and between them what differs, brightly."""
    width, height = old.width() + new.width(), max(old.height(), new.height())
    sheet = QImage(width + new.width(), height, QImage.Format.Format_RGB32)
    sheet.fill(0)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, old)
    painter.drawImage(old.width(), 0, _subtracted(old, new))
    painter.drawImage(width, 0, new)
    painter.end()
    return sheet


def _changed(old: QImage, new: QImage) -> bytes:
    """A byte a pixel: 1 where a channel differs by more than the tolerance."""
    image = _subtracted(old, new)  # kept by a name: constBits() does not hold it
    data = bytes(image.constBits())
    over = bytes(int(level > MOST_LEVELS) for level in range(256))
    blue, green, red = (data[channel::4].translate(over) for channel in range(3))
    parts = (int.from_bytes(channel, "little") for channel in (blue, green, red))
    merged = 0
    for part in parts:
        merged |= part
    return merged.to_bytes(len(blue), "little")


def _subtracted(old: QImage, new: QImage) -> QImage:
    result = new.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(result)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, old.convertToFormat(QImage.Format.Format_RGB32))
    painter.end()
    return result


def _colours(image: QImage) -> list[int]:
    """The commonest colours, and of those that are much alike only one."""
    table: list[int] = []
    seen: set[int] = set()
    for colour, _ in Counter(memoryview(image.constBits()).cast("I")).most_common():
        if len(table) < EXACT or colour & STEP not in seen:
            seen.add(colour & STEP)
            table.append(colour)
    return table[:COLOURS]


def _size(image: QImage) -> str:
    return f"{image.width()} x {image.height()}"
