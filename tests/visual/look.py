"""In which ways each state is shown, and the process in which that looks the same everywhere.

Every scale is rendered in a process of its own: it is fixed before Qt starts, and neither the fonts
of the machine nor its language, time zone and screen may show in a picture. The themes are switched
within it, as a person does.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from k2bench.ui.kit.theme import ThemeMode

HERE = Path(__file__).parent
SCREEN = (2600, 1800)  # larger than any state


@dataclass(frozen=True)
class Look:
    """A theme at a scale of the screen."""

    theme: ThemeMode
    scale: int = 1

    @property
    def name(self) -> str:
        """`light`, `dark@2x`: also the end of the names of its pictures."""
        return self.theme.value + (f"@{self.scale}x" if self.scale > 1 else "")


THEMES = (ThemeMode.LIGHT, ThemeMode.DARK)
SCALES = (1, 2)
BATCHES = 4  # processes for the states of a scale: a loaded machine has time for each
LOOKS = tuple(Look(theme, scale) for scale in SCALES for theme in THEMES)


def surroundings(scale: int, folder: Path) -> dict[str, str]:
    """The variables of a process that renders at `scale`; `folder` is for what it keeps on disk."""
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("QT_", "LC_", "K2BENCH_"))}
    return kept | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={_screen(folder)}",
        "QT_SCALE_FACTOR": str(scale),
        "QT_FONT_DPI": "96",
        "FONTCONFIG_FILE": str(HERE / "fonts.conf"),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }


def _screen(folder: Path) -> Path:
    width, height = SCREEN
    screen = {"name": "pictures", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    path = folder / "screen.json"
    path.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": [screen]}))
    return path
