"""Tests need no screen, and collect garbage on the main thread (see `k2bench.ui.collector`)."""

import gc
import os
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The fonts that a machine happens to have decide widths: tests see those of one Debian package.
os.environ.setdefault("FONTCONFIG_FILE", str(Path(__file__).parent / "visual" / "fonts.conf"))

# What a test finds must not depend on how fast the machine is.
settings.register_profile("k2bench", deadline=None)
settings.load_profile("k2bench")

_ENDED = count(1)


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()


def pytest_runtest_logfinish(nodeid: str, location: tuple[str, int | None, str]) -> None:
    gc.collect(2 if next(_ENDED) % 20 == 0 else 1)
