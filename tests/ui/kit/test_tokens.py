from itertools import product

import pytest

from k2bench.ui.kit.tokens import DARK, LIGHT, TOKENS, Colours, Tone

BACKGROUNDS = ("window", "surface", "raised", "hover")
TEXTS = ("text", "dim", "accent", "good", "warn", "bad", "violet")
TONES = [tone for tone in Tone if tone is not Tone.NEUTRAL]
THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@THEMES
def test_every_text_colour_reads_on_every_background(colours: Colours) -> None:
    for background, text in product(BACKGROUNDS, TEXTS):
        ratio = contrast(getattr(colours, background), getattr(colours, text))
        assert ratio >= (5.0 if background != "hover" else 4.5), (background, text, ratio)


@THEMES
def test_text_reads_on_every_tint(colours: Colours) -> None:
    for tone in TONES:
        for text in (colours.of(tone), colours.text, colours.dim):
            assert contrast(colours.tint(tone), text) >= 4.5, (tone, text)


@THEMES
def test_every_tone_reads_on_the_selection(colours: Colours) -> None:
    for text in TEXTS:
        assert contrast(colours.accent_tint, getattr(colours, text)) >= 4.5, text


@THEMES
def test_the_primary_button_reads_in_each_state(colours: Colours) -> None:
    for background in (colours.accent, colours.accent_hover):
        assert contrast(background, colours.on_accent) >= 4.5


@THEMES
def test_frames_of_controls_and_focus_can_be_seen(colours: Colours) -> None:
    for background in (colours.window, colours.surface):
        assert contrast(colours.accent, background) >= 3  # WCAG 1.4.11
        assert contrast(colours.handle, background) >= 3


@THEMES
def test_series_of_a_chart_can_be_seen_and_told_apart(colours: Colours) -> None:
    assert len(set(colours.series)) >= 8
    for shade in colours.series:
        assert contrast(colours.surface, shade) >= 3  # WCAG 1.4.11
    parts = [[int(shade[i : i + 2], 16) for i in (1, 3, 5)] for shade in colours.series]
    for place, one in enumerate(parts):
        for other in parts[:place]:
            assert sum(abs(a - b) for a, b in zip(one, other, strict=True)) >= 60


def test_sizes_follow_the_zoom() -> None:
    half_more = TOKENS.scaled(1.5)
    assert (half_more.control, half_more.label) == (42, 20)
    assert TOKENS.scaled(1.0) == TOKENS
    assert TOKENS.scaled(0.01).grid == 1
