"""Makes the virtual environment `.venv` of the checkout, and keeps it when nothing changed.

It knows nothing of system packages: see debian.py.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "k2bench-stamp.json"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
INPUTS = (ROOT / "pyproject.toml", CONSTRAINTS)


class SetUpError(Exception):
    """A set-up step failed; its own output has said why."""


@dataclass(frozen=True)
class Stamp:
    """What an environment was made from.

    Attributes:
        base: the interpreter and the folder; a virtual environment survives neither's change.
        inputs: a hash over the files that say what to install.
        extra: the optional dependencies in it, "" or "dev".
    """

    base: str
    inputs: str
    extra: str


def hash_files(paths: Iterable[Path]) -> str:
    """One hash over the contents, the line endings of a Windows checkout set aside."""
    digest = hashlib.sha256()
    for path in paths:
        content = path.read_bytes().replace(b"\r\n", b"\n") if path.exists() else b""
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def read_stamp(path: Path) -> Stamp | None:
    """The stamp in a file; None when there is none or it is not one of ours."""
    try:
        return Stamp(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def decide(old: Stamp | None, new: Stamp) -> str:
    """What to do with the environment that is there: "reuse", "update" or "rebuild"."""
    if old is None or old.base != new.base:
        return "rebuild"
    covered = new.extra in ("", old.extra)
    return "reuse" if covered and old.inputs == new.inputs else "update"


def wanted_stamp(extra: str) -> Stamp:
    """The stamp of an environment made now."""
    version = ".".join(map(str, sys.version_info[:3]))
    return Stamp(f"{sys.implementation.name} {version} in {ROOT}", hash_files(INPUTS), extra)


def child_env(**more: str) -> dict[str, str]:
    """The environment for child processes: byte code is written whatever this machine says."""
    env = {**os.environ, **more}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return env


def script(name: str, venv: Path = VENV) -> str:
    """The path of a program in a virtual environment."""
    if sys.platform == "win32":
        return str(venv / "Scripts" / f"{name}.exe")
    return str(venv / "bin" / name)


def run(*command: str) -> None:
    """Runs one set-up command without standard input.

    Raises:
        SetUpError: it ended with another code than 0.
    """
    done = subprocess.run(command, cwd=ROOT, env=child_env(), stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise SetUpError(f"failed with code {done.returncode}: {' '.join(command)}")


def make(venv: Path, python: str) -> None:
    """Makes an empty virtual environment, in place of one that may be there."""
    run(python, "-m", "venv", "--clear", str(venv))


def pip_install(venv: Path, *arguments: str) -> None:
    """Runs `pip install`, with its progress shown to people only."""
    quiet = () if sys.stdout.isatty() else ("-qq",)  # errors only: logs stay short
    pip = (script("python", venv), "-m", "pip", "--disable-pip-version-check", "--no-input")
    run(*pip, "install", *quiet, *arguments)


def compile_bytecode(*folders: Path) -> None:
    """Compiles ahead, so that the first start is not the slow one."""
    command = [script("python"), "-m", "compileall", "-qq", "-j", "0", *map(str, folders)]
    # Some packages carry broken files on purpose, as test data: the exit code means nothing.
    subprocess.run(command, cwd=ROOT, env=child_env(), check=False)


def provide(extra: str = "") -> None:
    """Makes `.venv` fit for pyproject.toml and the constraints.

    Args:
        extra: optional dependencies to install as well, "" or "dev".

    Raises:
        SetUpError: venv or pip failed.
    """
    old, new = read_stamp(STAMP), wanted_stamp(extra)
    todo = decide(old, new) if Path(script("python")).exists() else "rebuild"
    if todo != "reuse":
        if old is not None and old.extra and not extra:
            new = wanted_stamp(old.extra)
        _install(todo, new)
    compile_bytecode(ROOT / "k2bench")


def _install(todo: str, stamp: Stamp) -> None:
    print(f"{'making' if todo == 'rebuild' else 'updating'} {VENV} (about a minute)", flush=True)
    STAMP.unlink(missing_ok=True)  # an interrupted set-up is begun anew
    if todo == "rebuild":
        # Not sys.executable: run by the environment's own Python, this would clear its own.
        make(VENV, str(getattr(sys, "_base_executable", None) or sys.executable))
    target = f".[{stamp.extra}]" if stamp.extra else "."
    pip_install(VENV, "-c", str(CONSTRAINTS), "-e", target)
    compile_bytecode(VENV)
    STAMP.write_text(json.dumps(asdict(stamp), indent=1), encoding="utf-8")
