"""Every colour and size of the window, in one place. Knows no widget.

Sizes are logical pixels at zoom 1; `Tokens.scaled` gives those of another zoom.
"""

from dataclasses import dataclass, fields, replace
from enum import StrEnum


class Tone(StrEnum):
    """What a colour says. Never the only thing that says it: a word or an icon goes with it."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    VIOLET = "violet"


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme. `..._tint` is the background that goes with a tone's text colour."""

    dark: bool
    window: str
    surface: str
    raised: str
    line: str
    text: str
    dim: str
    accent: str
    on_accent: str
    good: str
    warn: str
    bad: str
    violet: str
    accent_tint: str
    good_tint: str
    warn_tint: str
    bad_tint: str
    violet_tint: str
    good_line: str
    warn_line: str
    bad_line: str
    accent_line: str
    violet_line: str
    hover: str  # a raised control under the mouse
    accent_hover: str  # the primary button under the mouse
    handle: str  # the frame of a tick box
    scroll: str  # scroll bars
    disabled: str  # text that cannot be acted on; exempt from the contrast rule (WCAG 1.4.3)
    series: tuple[str, ...]  # of a chart: bars, lines and marks

    def of(self, tone: Tone) -> str:
        """The text colour of a tone."""
        return self.text if tone is Tone.NEUTRAL else str(getattr(self, tone.value))

    def tint(self, tone: Tone) -> str:
        """The background of a tone."""
        return self.raised if tone is Tone.NEUTRAL else str(getattr(self, f"{tone.value}_tint"))

    def edge(self, tone: Tone) -> str:
        """The frame around the background of a tone."""
        if tone is Tone.NEUTRAL:
            return self.line
        return str(getattr(self, f"{tone.value}_line"))


LIGHT = Colours(
    dark=False,
    window="#F5F6F8",
    surface="#FFFFFF",
    raised="#ECEFF3",
    line="#D5DAE1",
    text="#1B1F24",
    dim="#57606C",
    accent="#0A62BD",
    on_accent="#FFFFFF",
    good="#17752F",
    warn="#8A5A00",
    bad="#C21F2B",
    violet="#7440D1",
    accent_tint="#DCEAFB",
    good_tint="#E6F4EA",
    warn_tint="#FBF1DC",
    bad_tint="#FCEBEC",
    violet_tint="#F0EAFB",
    good_line="#A5D3B2",
    warn_line="#E2C58C",
    bad_line="#E9A6AB",
    accent_line="#9CC3EE",
    violet_line="#CDB9F0",
    hover="#E1E6EC",
    accent_hover="#08519C",
    handle="#7F8998",
    scroll="#B4BCC7",
    disabled="#9AA3AF",
    series=(
        "#0A62BD",
        "#C2540A",
        "#1B8748",
        "#8E4EC6",
        "#C2267A",
        "#0B7F8C",
        "#8A6A00",
        "#57606C",
    ),
)

DARK = Colours(
    dark=True,
    window="#15171C",
    surface="#1C1F26",
    raised="#272B34",
    line="#3A404C",
    text="#E6E9EE",
    dim="#9FA9B7",
    accent="#62ADFF",
    on_accent="#15171C",
    good="#4FC58C",
    warn="#E3B54A",
    bad="#FF7B7B",
    violet="#B9A0FF",
    accent_tint="#22364F",
    good_tint="#1B3328",
    warn_tint="#352D1A",
    bad_tint="#3A2226",
    violet_tint="#2D2942",
    good_line="#2F6B4D",
    warn_line="#6E5A2A",
    bad_line="#7B3F42",
    accent_line="#3A5F8C",
    violet_line="#5A4C86",
    hover="#313642",
    accent_hover="#86C0FF",
    handle="#6B7585",
    scroll="#4B5362",
    disabled="#626B78",
    series=(
        "#62ADFF",
        "#F29B4B",
        "#4FC58C",
        "#C49BFF",
        "#FF85B6",
        "#45C7D4",
        "#DCCB5E",
        "#9FA9B7",
    ),
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Sizes on a 4 px grid."""

    grid: int = 4
    radius: int = 6
    control: int = 28
    row: int = 24
    icon: int = 16
    title: int = 15
    label: int = 13
    hint: int = 12

    def scaled(self, zoom: float) -> "Tokens":
        """The same sizes at another zoom, whole pixels, never under 1."""
        sizes = {f.name: max(1, round(getattr(self, f.name) * zoom)) for f in fields(self)}
        return replace(self, **sizes)


TOKENS = Tokens()
ZOOMS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
