"""Renders each scale once, whichever process of the test run asks first."""

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.visual.look import Look
from tests.visual.rendering import render


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Look], Path]:
    """`rendered(look)`: the folder that holds all pictures of a look's scale."""
    shared = tmp_path_factory.getbasetemp()
    if shared.name.startswith("popen-"):  # a worker of xdist has a folder of its own in it
        shared = shared.parent

    def folder_of(look: Look) -> Path:
        folder = shared / f"visual-{look.scale}x"
        with (shared / f"visual-{look.scale}x.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                render(look.scale, folder)
        return folder

    return folder_of
