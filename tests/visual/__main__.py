"""`python -m tests.visual [--update] [STATE...]`: check the pictures, or store them anew."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QImage

from tests.visual.look import SCALES
from tests.visual.pictures import STORED, difference, path_of, save
from tests.visual.rendering import read, render
from tests.visual.states import PICTURES, STATES


def main() -> int:
    """The number of pictures with which something is wrong."""
    options = _options()
    STORED.mkdir(exist_ok=True)
    with TemporaryDirectory() as made:
        folder = Path(options.into or made)
        for scale in SCALES:
            render(scale, folder, options.states)
        chosen = [
            state.picture(look)
            for state, look in PICTURES
            if not options.states or state.name in options.states
        ]
        wrong = sum(_report(name, folder, options.update) for name in chosen)
    if options.update and not options.states:
        _remove_others()
    return min(wrong, 100)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.visual", description=__doc__)
    parser.add_argument("--update", action="store_true", help="store the pictures as they are now")
    parser.add_argument("--into", metavar="DIR", help="keep the pictures as they are now in DIR")
    parser.add_argument(
        "states", nargs="*", metavar="STATE", help="; ".join(state.name for state in STATES)
    )
    return parser.parse_args()


def _report(name: str, folder: Path, update: bool) -> int:
    rendered, stored = read(name, folder), path_of(name)
    found = list(rendered.flaws)
    words = difference(QImage(str(stored)), rendered.image) if stored.exists() else "it is new"
    if words and update:
        save(rendered.image, stored)
        print(f"{name}: stored, {words}")
    elif words:
        found.append(words)
    for each in found:
        print(f"{name}: {each}")
    return int(bool(found))


def _remove_others() -> None:
    known = {path_of(state.picture(look)) for state, look in PICTURES}
    for path in set(STORED.glob("*.png")) - known:
        path.unlink()


if __name__ == "__main__":
    sys.exit(main())
