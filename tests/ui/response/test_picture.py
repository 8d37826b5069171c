import mmap
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from k2bench.ui.response import picture as reading
from k2bench.ui.response.picture import Picture, read_picture
from tests.content.samples import done
from tests.ui.response.pictures import SVG, bomb, encoded, picture


def read(data: bytes, is_svg: bool = False) -> Picture:
    return done(read_picture(data, is_svg))


@pytest.mark.parametrize(
    ("kind", "name"),
    [("png", "PNG"), ("jpg", "JPEG"), ("bmp", "BMP"), ("webp", "WebP"), ("ico", "ICO")],
)
def test_formats(qapp: object, kind: str, name: str) -> None:
    found = read(picture(kind))
    assert (found.kind, found.size, found.reason) == (name, QSize(40, 20), "")
    assert found.image.size() == QSize(40, 20)
    assert found.fitted == found.image


def test_gif(qapp: object) -> None:
    data = bytes.fromhex("47494638376101000100800000ff0000ffffff2c00000000010001000002024401003b")
    found = read(data)
    assert (found.kind, found.size) == ("GIF", QSize(1, 1))


def test_svg(qapp: object) -> None:
    found = read(SVG, is_svg=True)
    assert (found.kind, found.size, found.reason) == ("SVG", QSize(24, 12), "")
    assert found.image.pixelColor(5, 5) == QColor("#ff0000")
    assert found.image.width() == reading.DRAWN  # sharp when it is shown larger


def test_nothing_outside_of_a_drawing_is_opened(qapp: object, tmp_path: Path) -> None:
    red = tmp_path / "red.png"
    red.write_bytes(picture())
    style = tmp_path / "style.css"
    style.write_text("rect { fill: #ff0000 }")
    for reference in (str(red), red.as_uri()):
        body = (
            f'<?xml version="1.0"?><?xml-stylesheet type="text/css" href="{style}"?>'
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'width="40" height="20"><image width="40" height="20" xlink:href="{reference}"/>'
            '<rect width="5" height="5" fill="#0000ff"/></svg>'
        )
        found = read(body.encode(), is_svg=True)
        assert found.reason == ""
        colours = {
            found.image.pixelColor(x, y).name()
            for x in range(0, found.image.width(), 16)
            for y in range(0, found.image.height(), 16)
            if found.image.pixelColor(x, y).alpha()
        }
        assert colours == {"#0000ff"}


def test_a_mapped_body(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "body"
    path.write_bytes(picture())
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        assert done(read_picture(data, False)).size == QSize(40, 20)


def test_a_large_picture_is_made_smaller_to_fit(qapp: object) -> None:
    image = QImage(3000, 10, QImage.Format.Format_RGB32)
    image.fill(0)
    found = read(encoded(image, "png"))
    assert found.image.width() == 3000
    assert found.fitted.width() == reading.SCREEN


@pytest.mark.parametrize(
    ("data", "is_svg", "reason"),
    [
        (picture, False, "The PNG picture is broken"),
        (bomb, False, "more than 50 million pixels"),
        (lambda: b"\x89PNG\r\n", False, "No picture"),
        (lambda: b"", False, "No picture"),
        (lambda: b"hello", False, "No picture"),
        (lambda: SVG[:-9], True, "not well-formed"),
        (lambda: b"<svg/>", True, "The SVG picture is broken"),
        (lambda: b"<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>", True, "SVG"),
    ],
)
def test_why_it_cannot_be_shown(qapp: object, data, is_svg: bool, reason: str) -> None:
    body = data()[:-30] if data is picture else data()
    found = read(body, is_svg)
    assert found.image.isNull()
    assert reason in found.reason


def test_a_body_of_any_size(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 2_000_000)
    assert read(bytes(2_000_001)).reason == "The picture is larger than 2 MB"


@pytest.mark.qt_log_level_fail("CRITICAL")  # the decoders warn in many words
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.integers(0, 400), st.binary(min_size=1, max_size=8), st.sampled_from(["png", "bmp", "jpg"])
)
def test_no_broken_picture_raises(qapp: object, at: int, noise: bytes, kind: str) -> None:
    data = picture(kind)
    read(data[:at] + noise + data[at + len(noise) :])
