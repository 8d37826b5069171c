"""Finds the files of ``resources/``, from a checkout or from the installed wheel.

Knows nothing of what the files mean.
"""

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def asset_path(name: str) -> Path:
    """Returns the path of a resource such as ``icons/key.svg``.

    Raises:
        FileNotFoundError: there is no such file, or it lies outside ``resources/``.
    """
    path = _root() / name
    if ".." in path.parts or not path.is_file():
        raise FileNotFoundError(name)
    return path


def read_text(name: str) -> str:
    """Returns the text of a resource; UTF-8.

    Raises:
        FileNotFoundError: there is no such file.
    """
    return asset_path(name).read_text(encoding="utf-8")
