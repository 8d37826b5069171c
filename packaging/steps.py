"""The steps of `dev.py test` and `dev.py check`: what they run, in which order, what is told."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

from environment import ROOT, child_env, script

BUDGETS = ("start_up", "metadata_read", "large_body", "huge_body", "round_trip")
# One line for each slower check: its name, and what Python is asked to run.
CHECKS: dict[str, tuple[str, ...]] = {
    "budgets": ("-m", "tests.bench", "--strict", *BUDGETS),
    "demo speed": ("-m", "tests.demo.check_speed"),
    "SCIM": ("-m", "tests.demo.check_scim"),
}


@dataclass(frozen=True)
class Step:
    """One command with a name."""

    name: str
    command: Sequence[str]


TWO_PROCESSES = ("-n", "2", "--dist", "loadfile")
OF_THE_WINDOW = (
    "tests/ui",
    "tests/flows",
    "tests/visual",
    "tests/bench",
    "tests/test_app.py",
    "tests/test_architecture.py",
)


def pytest_steps(python: str, arguments: Sequence[str]) -> list[Step]:
    """The whole suite in two parts: below the window with Qt blocked, then the window.

    A chosen few tests run in one part and one process, where they start faster.
    """
    run = [python, "-m", "pytest"]
    if arguments:
        return [Step("pytest", [*run, *arguments])]
    blocked = ["-p", "no:pytest-qt", "-p", "tests.without_qt"]
    others = [f"--ignore={path}" for path in OF_THE_WINDOW]
    return [
        Step("pytest below", [*run, *TWO_PROCESSES, *blocked, *others]),
        Step("pytest", [*run, *TWO_PROCESSES, *OF_THE_WINDOW]),
    ]


def tests(arguments: Sequence[str]) -> list[Step]:
    """The steps of `dev.py test`; pytest comes last, as its closing line has to."""
    python = script("python")
    return [
        Step("ruff check", [script("ruff"), "check", "."]),
        Step("ruff format", [script("ruff"), "format", "--check", "."]),
        Step("mypy", [script("mypy")]),
        Step("lint-imports", [script("lint-imports"), "--no-logo"]),
        *pytest_steps(python, arguments),
    ]


def run_step(step: Step) -> bool:
    """Runs one step and prints its line; its own output stands above that line."""
    started = time.monotonic()
    print(f"--- {step.name}", flush=True)
    variables = child_env(QT_QPA_PLATFORM="offscreen")
    done = subprocess.run(
        step.command, cwd=ROOT, env=variables, stdin=subprocess.DEVNULL, check=False
    )
    word = "failed" if done.returncode else "ok"
    if not step.name.startswith("pytest"):
        print(f"{word:7} {step.name:14} {time.monotonic() - started:6.1f} s", flush=True)
    return done.returncode == 0


def run_all(steps: Sequence[Step]) -> int:
    """Runs every step, also after one failed, and names those that failed."""
    failed = [step.name for step in steps if not run_step(step)]
    if failed:
        print("FAILED:", ", ".join(failed), flush=True)
    return 1 if failed else 0


def run_checks(names: Sequence[str]) -> int:
    """Runs the named checks and closes with how many passed."""
    steps = [Step(name, [script("python"), *CHECKS[name]]) for name in names]
    failed = [step.name for step in steps if not run_step(step)]
    if failed:
        print("FAILED:", ", ".join(failed))
    print(f"checks: {len(steps) - len(failed)} passed, {len(failed)} failed", flush=True)
    return 1 if failed else 0
