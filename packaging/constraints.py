"""Rewrites constraints.txt from fresh virtual environments, one for each interpreter there is.

The file holds names, exact versions and, where interpreters differ, environment markers. It holds
no addresses and no hashes, so it works with any package index and on any system.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from environment import CONSTRAINTS, ROOT, make, pip_install, script

MINORS = (11, 12, 13)
HEAD = "# Versions that were installed together. Written by: python3 packaging/dev.py constraints"
# Ours, and the installers: pinning them would forbid what a machine brings.
LEFT_OUT = frozenset({"k2bench", "pip", "setuptools", "wheel"})
ASK = "import sys; print(sys.version_info[1] if sys.version_info[0] == 3 else 0)"


def read_list(text: str) -> dict[str, str]:
    """Names and versions out of `pip list --format=json`."""
    found = {entry["name"]: entry["version"] for entry in json.loads(text)}
    return {name: version for name, version in found.items() if name.lower() not in LEFT_OUT}


def merge(by_minor: Mapping[int, Mapping[str, str]]) -> list[str]:
    """One line for each version, with a marker where Python 3.N decides between versions.

    A package that only some interpreters need gets no marker: a constraint on a package that
    nobody asks for does nothing.

    Args:
        by_minor: for each N of Python 3.N, what was installed.
    """
    names = sorted({name for found in by_minor.values() for name in found}, key=str.lower)
    lines = []
    for name in names:
        versions = {n: found[name] for n, found in sorted(by_minor.items()) if name in found}
        lines += [f"{name}=={version}{marker}" for version, marker in _runs(versions)]
    return lines


def _runs(versions: Mapping[int, str]) -> list[tuple[str, str]]:
    """Runs of neighbouring interpreters with one version; the outermost ones stay open."""
    starts = [
        minor
        for before, minor in zip([None, *versions], versions, strict=False)
        if before is None or versions[before] != versions[minor]
    ]
    runs = []
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        low = f'python_version >= "3.{start}"' if start != starts[0] else ""
        high = f'python_version < "3.{end}"' if end is not None else ""
        marker = " and ".join(filter(None, (low, high)))
        runs.append((versions[start], f"; {marker}" if marker else ""))
    return runs


def minor_of(python: str) -> int | None:
    """The N of an interpreter's Python 3.N; None when it does not run."""
    try:
        answer = subprocess.run([python, "-c", ASK], capture_output=True, text=True, check=False)
    except OSError:
        return None
    return int(answer.stdout) if answer.returncode == 0 else None


def find_interpreters(named: Iterable[str]) -> dict[int, str]:
    """The interpreters to resolve for: those named, or every supported one on the path."""
    wanted = list(named) or [
        sys.executable,
        *filter(None, (shutil.which(f"python3.{minor}") for minor in MINORS)),
    ]
    found: dict[int, str] = {}
    for python in wanted:
        minor = minor_of(python)
        if minor is not None:
            found.setdefault(minor, python)
    return found


def resolve(python: str, folder: Path) -> dict[str, str]:
    """Installs the newest of everything into a fresh environment and reads what came."""
    make(folder, python)
    pip_install(folder, f"{ROOT}[dev]")
    command = [script("python", folder), "-m", "pip", "list", "--format=json"]
    return read_list(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def rewrite(named: Sequence[str]) -> int:
    """Writes constraints.txt anew and tells for which interpreters it was resolved."""
    interpreters = find_interpreters(named)
    by_minor = {}
    with tempfile.TemporaryDirectory(prefix="k2bench-constraints-") as folder:
        for minor, python in sorted(interpreters.items()):
            print(f"resolving for Python 3.{minor}", flush=True)
            by_minor[minor] = resolve(python, Path(folder) / str(minor))
    absent = [f"3.{minor}" for minor in MINORS if minor not in by_minor]
    if absent:
        print("not resolved for Python", ", ".join(absent), "(not found; name its interpreter)")
    if not by_minor:
        return 1
    CONSTRAINTS.write_text("\n".join([HEAD, *merge(by_minor), ""]), encoding="utf-8")
    print("wrote", CONSTRAINTS)
    return 0
