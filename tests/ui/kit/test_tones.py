import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from k2bench.ui.kit.tokens import DARK, LIGHT, TOKENS, Colours
from k2bench.ui.kit.tones import colours_of, palette_of, sizes, zoom


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_a_palette_leads_back_to_its_theme(qapp: QApplication, colours: Colours) -> None:
    palette = palette_of(colours)
    assert colours_of(palette) is colours
    assert palette.color(QPalette.ColorRole.Base).name().upper() == colours.surface
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name().upper() == colours.disabled


def test_the_zoom_is_read_from_the_font(qapp: QApplication) -> None:
    before = qapp.font()
    font = qapp.font()
    try:
        font.setPixelSize(26)
        qapp.setFont(font)
        assert zoom() == 2.0
        assert sizes().control == 2 * TOKENS.control
        font.setPointSize(10)
        qapp.setFont(font)
        assert zoom() == 1.0
    finally:
        qapp.setFont(before)
