import pytest

from k2bench.ui.kit.syntax import syntax_formats, text_format
from k2bench.ui.kit.tokens import DARK, LIGHT, Colours


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_roles_take_the_colours_of_the_theme(colours: Colours) -> None:
    formats = syntax_formats(colours)
    assert formats["key"].foreground().color().name().upper() == colours.violet
    assert formats["null"].fontItalic()
    assert "no such role" not in formats


def test_an_empty_colour_leaves_what_there_is() -> None:
    ground_only = text_format("", LIGHT.accent_tint)
    assert not ground_only.hasProperty(ground_only.Property.ForegroundBrush.value)
    assert ground_only.background().color().name().upper() == LIGHT.accent_tint
