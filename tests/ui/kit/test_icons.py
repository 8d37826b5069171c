import gc
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from k2bench.assets import asset_path
from k2bench.ui.kit.icons import icon, pixmap
from k2bench.ui.kit.tokens import DARK, LIGHT
from k2bench.ui.kit.tones import palette_of

NAMES = sorted(p.stem for p in asset_path("icons/key.svg").parent.glob("*.svg"))
SIDE = QSize(16, 16)


def colours_in(image: QImage) -> set[str]:
    """The colours of the opaque pixels."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_keeps_to_the_family(qapp: QApplication, name: str) -> None:
    root = ElementTree.parse(asset_path(f"icons/{name}.svg")).getroot()
    assert root.attrib["viewBox"] == "0 0 16 16"
    assert root.attrib["stroke"] == "currentColor"
    assert root.attrib["stroke-width"] == "1.5"
    assert root.attrib["stroke-linejoin"] == "round"
    image = pixmap(name, "#102030", 16, 2.0).toImage()
    assert (image.width(), image.devicePixelRatio()) == (32, 2.0)
    assert "#102030" in colours_in(image)


def test_an_icon_takes_its_colour_when_it_is_painted(qapp: QApplication) -> None:
    themed = icon("key", "accent")
    qapp.setPalette(palette_of(LIGHT))
    assert colours_in(themed.pixmap(SIDE, 2.0).toImage()) == {LIGHT.accent.upper()}
    qapp.setPalette(palette_of(DARK))
    assert colours_in(themed.pixmap(SIDE, 2.0).toImage()) == {DARK.accent.upper()}


def test_a_disabled_icon_is_faint(qapp: QApplication) -> None:
    qapp.setPalette(palette_of(LIGHT))
    faint = icon("key").pixmap(SIDE, 2.0, QIcon.Mode.Disabled)
    assert colours_in(faint.toImage()) == {LIGHT.disabled.upper()}


def test_an_icon_is_as_sharp_as_the_screen(qapp: QApplication) -> None:
    for ratio in (1.0, 1.5, 2.0, 3.0):
        drawn = icon("key").pixmap(SIDE, ratio)
        assert drawn.deviceIndependentSize().toSize() == SIDE
        assert drawn.width() == 16 * ratio


def test_icons_outlive_their_python_objects(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.setIcon(icon("key"))
    changed = QIcon(button.icon())
    changed.addPixmap(pixmap("eye", "#000000", 16, 1.0))  # makes Qt clone the engine
    for _ in range(3):
        gc.collect()
    assert not changed.pixmap(SIDE).isNull()
    button.resize(80, 28)
    assert not button.grab().isNull()


def test_wrong_names_are_refused_at_once(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
    with pytest.raises(AttributeError):
        icon("key", "pink")
