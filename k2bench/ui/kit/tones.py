"""From a palette back to the tokens it was made of, so that no widget needs the theme.

The palette is the only thing that all widgets share; it tells light from dark.
"""

from functools import cache

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from k2bench.ui.kit.tokens import DARK, LIGHT, TOKENS, ZOOMS, Colours, Tokens


def colours_of(palette: QPalette) -> Colours:
    """The theme that a palette belongs to; also answers for a palette that is not ours."""
    dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
    return DARK if dark else LIGHT


def palette_of(colours: Colours) -> QPalette:
    """Every role of Qt's palette, from the tokens."""
    role = QPalette.ColorRole
    shades = {
        role.Window: colours.surface,  # most of a window is panels
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.window,
        role.Text: colours.text,
        role.PlaceholderText: colours.dim,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.bad,
        role.Light: colours.surface,
        role.Midlight: colours.raised,
        role.Mid: colours.line,
        role.Dark: colours.handle,
        role.Shadow: colours.line,
        role.Highlight: colours.accent_tint,
        role.HighlightedText: colours.text,
        role.Link: colours.accent,
        role.LinkVisited: colours.violet,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.Accent: colours.accent,
    }
    palette = QPalette()
    for one, shade in shades.items():
        palette.setColor(one, QColor(shade))
    for one in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(colours.disabled))
    return palette


def zoom() -> float:
    """How much larger than the tokens everything is shown now."""
    pixels = QApplication.font().pixelSize()
    if pixels <= 0:
        return 1.0
    # a font has whole pixels: find the zoom that was rounded to them
    return next((z for z in ZOOMS if round(TOKENS.label * z) == pixels), pixels / TOKENS.label)


def sizes() -> Tokens:
    """The sizes of the tokens at the present zoom."""
    return _at(zoom())


@cache
def _at(zoomed: float) -> Tokens:
    # each widget asks for them whenever the theme changes
    return TOKENS.scaled(zoomed)
