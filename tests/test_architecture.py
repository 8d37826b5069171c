"""The plan of the house is a test: who imports whom, how long a file is, what has a test."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "k2bench"
MODULES = sorted(path.relative_to(ROOT) for path in PACKAGE.rglob("*.py"))
LONGEST = 400  # lines
ABOVE = ("k2bench.ui", "k2bench.app")  # the only rooms that may know Qt
NO_TEST_OF_THEIR_OWN = {"__init__.py"}


def dotted(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def test_the_layers_hold() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_no_file_is_too_long(path: Path) -> None:
    assert len((ROOT / path).read_text("utf-8").splitlines()) <= LONGEST


def test_every_module_has_a_test_file() -> None:
    missing = [
        str(path)
        for path in MODULES
        if path.name not in NO_TEST_OF_THEIR_OWN
        and not (ROOT / "tests" / path.relative_to("k2bench").parent / f"test_{path.name}").exists()
    ]
    assert missing == []


def test_everything_below_the_window_works_without_qt() -> None:
    names = [dotted(path) for path in MODULES if path.name != "__main__.py"]
    below = [name for name in names if not name.startswith(ABOVE)]
    assert len(below) > 50
    code = (
        "import importlib, sys\n"
        "sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
        f"for name in {below!r}:\n"
        "    importlib.import_module(name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["utils.py", "common.py", "helpers.py", "misc.py"])
def test_no_room_for_things_without_a_name(name: str) -> None:
    assert list(PACKAGE.rglob(name)) == []


def test_a_void_qt_call_keeps_its_reference_to_none() -> None:
    """PySide6 6.12 on Python before 3.12 loses one a call, until the interpreter aborts."""
    code = (
        "import sys\n"
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "before = sys.getrefcount(None)\n"
        "for _ in range(10_000):\n"
        "    thing.setObjectName('x')\n"
        "lost = before - sys.getrefcount(None)\n"
        "assert lost < 1_000, lost\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
