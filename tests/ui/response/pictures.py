"""Pictures for the tests of the response pane."""

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="12">'
    b'<rect width="24" height="12" fill="#ff0000"/></svg>'
)


def picture(kind: str = "png", width: int = 40, height: int = 20) -> bytes:
    """A red picture with a clear left half."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor("#ff0000"))
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, Qt.GlobalColor.transparent)
    return encoded(image, kind)


def encoded(image: QImage, kind: str) -> bytes:
    """A picture in a format that Qt writes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(buffer.data().data())


def bomb() -> bytes:
    """The head of a PNG that says it has 60,000 by 60,000 pixels."""
    import struct
    import zlib

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    check = struct.pack(">I", zlib.crc32(b"IHDR" + head))
    data = zlib.compress(bytes(1000))
    part = (
        struct.pack(">I", len(data))
        + b"IDAT"
        + data
        + struct.pack(">I", zlib.crc32(b"IDAT" + data))
    )
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + head + check + part
