"""Writes the picture of a chart into a file: PNG, or SVG by its ending."""

from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSaveFile
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from k2bench.core.problem import Problem, ProblemKind, WorkbenchError

FILTERS = "PNG picture (*.png);;SVG drawing (*.svg)"


def svg_of(widget: QWidget) -> bytes:
    """A widget as a drawing that stays sharp at every size. For the GUI thread."""
    from PySide6.QtSvg import QSvgGenerator  # not needed before

    drawn = QByteArray()
    buffer = QBuffer(drawn)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    generator.setViewBox(widget.rect())
    generator.setTitle("Chart")
    widget.render(generator)
    buffer.close()
    return bytes(drawn.data())


def write(picture: QImage | bytes, path: Path) -> Generator[None, None, Path]:
    """Write a picture; an older file stays as it was unless all is written.

    Args:
        picture: an image becomes PNG, bytes are written as they are.
        path: the file.

    Raises:
        WorkbenchError: it cannot be written.
    """
    yield
    data = picture if isinstance(picture, bytes) else _png(picture)
    yield
    file = QSaveFile(str(path))
    opened = file.open(QIODevice.OpenModeFlag.WriteOnly)
    if not opened or file.write(data) != len(data) or not file.commit():
        raise WorkbenchError(
            Problem(
                ProblemKind.STORAGE,
                "The picture was not saved",
                f"{path.name} cannot be written: {file.errorString()}. Choose another folder.",
            )
        )
    return path


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())
