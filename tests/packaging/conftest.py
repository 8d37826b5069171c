"""Loads the files of packaging/ by path: the folder shares its name with a PyPI package."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture(scope="session")
def load() -> Callable[[str], ModuleType]:
    """Imports one file of packaging/ by its name, siblings included."""

    def load_one(name: str) -> ModuleType:
        sys.path.insert(0, str(FOLDER))
        try:
            return importlib.import_module(name)
        finally:
            sys.path.remove(str(FOLDER))

    return load_one
