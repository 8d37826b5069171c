import re

import pytest
from PySide6.QtGui import QFont

from k2bench.assets import read_text
from k2bench.ui.kit.style_sheet import style_sheet
from k2bench.ui.kit.tokens import DARK, LIGHT, TOKENS, Colours

PICTURES = {
    "check": "on_accent",
    "minus": "on_accent",
    "record": "accent",
    "chevron-down": "dim",
    "chevron-left": "dim",
    "chevron-right": "dim",
    "chevron-up": "dim",
    "close": "dim",
}
THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
def test_only_colours_of_the_theme_are_used(colours: Colours) -> None:
    used = set(re.findall(r"#[0-9A-Fa-f]{6}\b", style_sheet(colours, TOKENS, QFont())))
    assert used <= {str(getattr(colours, name)) for name in Colours.__slots__}


@THEMES
def test_every_size_comes_from_the_tokens(colours: Colours) -> None:
    one = style_sheet(colours, TOKENS, QFont())
    two = style_sheet(colours, TOKENS.scaled(2), QFont())
    assert "min-height: 26px" in one
    assert "min-height: 54px" in two
    assert "$" not in one


@THEMES
@pytest.mark.parametrize("name", PICTURES)
def test_fixed_pictures_are_the_icons_in_the_colour_of_the_theme(
    colours: Colours, name: str
) -> None:
    theme = "dark" if colours.dark else "light"
    colour = str(getattr(colours, PICTURES[name]))
    wanted = read_text(f"icons/{name}.svg").replace("currentColor", colour)
    assert read_text(f"icons/{theme}/{name}.svg") == wanted
