"""Reads a picture off the GUI thread: what it is, and its pixels, unless they are too many.

Qt gives up the interpreter lock while it decodes. It does not know how a picture is shown.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from k2bench.content.data import Data, Progress, Steps
from k2bench.content.svg_clean import SvgError, cleaned

LARGEST = 64_000_000  # bytes of a body
MOST_PIXELS = 50_000_000
SCREEN = 2048  # pixels of the longer side of what is shown when it is fitted into the window
DRAWN = 1024  # pixels of the longer side of a drawing
_NAMES = {"JPG": "JPEG", "WEBP": "WebP", "SVGZ": "SVG"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was read, or why it was not.

    Attributes:
        kind: `PNG`, `JPEG`, ...; empty if it is unknown.
        size: pixels, as it says itself.
        image: its pixels; null if it cannot be shown.
        fitted: the same, not larger than a screen.
        reason: why it cannot be shown; a sentence without its full stop.
    """

    kind: str = ""
    size: QSize = field(default_factory=QSize)
    image: QImage = field(default_factory=QImage)
    fitted: QImage = field(default_factory=QImage)
    reason: str = ""


def read_picture(data: Data, is_svg: bool) -> Steps[Picture]:
    """Decode a picture. It never raises for what the body holds."""
    if len(data) > LARGEST:
        return Picture(reason=f"The picture is larger than {LARGEST // 1_000_000} MB")
    yield Progress(0, len(data))
    if is_svg:
        try:
            data = yield from cleaned(data)
        except SvgError as error:
            return Picture("SVG", reason=str(error))
    buffer = QBuffer()
    buffer.setData(QByteArray(data[:]))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg" if is_svg else b""))
    reader.setDecideFormatFromContent(not is_svg)
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data()).decode("ascii", "replace").upper()
    kind, size = _NAMES.get(kind, kind), reader.size()
    if is_svg and size.isValid() and not size.isEmpty():
        reader.setScaledSize(size.scaled(DRAWN, DRAWN, Qt.AspectRatioMode.KeepAspectRatio))
    elif size.isValid() and size.width() * size.height() > MOST_PIXELS:
        reason = f"The picture has more than {MOST_PIXELS // 1_000_000} million pixels"
        return Picture(kind, size, reason=reason)
    yield Progress(len(data) // 2, len(data))
    image = reader.read()
    if image.isNull():
        return Picture(kind, size, reason=_reason(kind))
    yield Progress(len(data), len(data))
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    if not is_svg:
        size = image.size()  # it may have been turned
    return Picture(kind, size, image, _fitted(image))


def _fitted(image: QImage) -> QImage:
    if max(image.width(), image.height()) <= SCREEN:
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(SCREEN, SCREEN, keep, smooth)


def _reason(kind: str) -> str:
    if kind:
        return f"The {kind} picture is broken, or ends too early"
    return "No picture that could be read is in it"
