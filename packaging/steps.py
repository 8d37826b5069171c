"""The steps of `dev.py test` and `dev.py check`: what they run, in which order, what is told."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

from environment import ROOT, child_env, script

# One line for each slower check: its name, and what Python is asked to run.
CHECKS: dict[str, tuple[str, ...]] = {
    "budgets": ("-m", "tests.bench", "--strict"),
}


@dataclass(frozen=True)
class Step:
    """One command with a name."""

    name: str
    command: Sequence[str]


def pytest_arguments(arguments: Sequence[str]) -> list[str]:
    """Two processes for the whole suite; a chosen few tests start faster in one."""
    return [*arguments] if arguments else ["-n", "2", "--dist", "loadfile"]


def tests(arguments: Sequence[str]) -> list[Step]:
    """The steps of `dev.py test`; pytest comes last, as its closing line has to."""
    python = script("python")
    return [
        Step("ruff check", [script("ruff"), "check", "."]),
        Step("ruff format", [script("ruff"), "format", "--check", "."]),
        Step("mypy", [script("mypy")]),
        Step("lint-imports", [script("lint-imports"), "--no-logo"]),
        Step("pytest", [python, "-m", "pytest", *pytest_arguments(arguments)]),
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
    if step.name != "pytest":
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
