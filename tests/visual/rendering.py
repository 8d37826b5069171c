"""Starts the processes that render, and reads what they found."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from tests.visual.look import surroundings

ROOT = Path(__file__).parents[2]
LONGEST = 250.0  # seconds for all states; 30 are usual


@dataclass(frozen=True)
class Rendered:
    """A picture and the flaws that were found while it was taken."""

    image: QImage
    flaws: list[str]


def render(scale: int, folder: Path, states: Sequence[str] = ()) -> None:
    """Render at a scale, in every theme, into a folder: all states, or those named.

    Raises:
        RuntimeError: the process failed; the text is what it said.
    """
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.visual.render", str(scale), str(folder), *states]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=surroundings(scale, folder),
        capture_output=True,
        text=True,
        timeout=LONGEST,
    )
    if done.returncode:
        raise RuntimeError(f"rendering ended with {done.returncode}:\n{done.stderr}")


def read(name: str, folder: Path) -> Rendered:
    """One picture of those rendered."""
    found = json.loads((folder / f"{name}.json").read_text("utf-8"))
    return Rendered(QImage(str(folder / f"{name}.png")), found)
