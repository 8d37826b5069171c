"""Sets a machine up for k2bench and runs it, its tests, or its slower checks.

    python3 packaging/dev.py run [arguments for k2bench]
    python3 packaging/dev.py test [arguments for pytest]
    python3 packaging/dev.py check [names of checks]
    python3 packaging/dev.py constraints [interpreters]

Needs Python 3.11 or newer and nothing else. It makes `.venv` in the checkout. On Debian and its
relatives it installs missing system packages when it runs as root; otherwise it prints the one
command that does.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

import constraints
import debian
import environment
import steps
from environment import ROOT


def has_display(platform: str, variables: Mapping[str, str]) -> bool:
    """Whether a window can be shown."""
    if platform != "linux":
        return True
    return bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def tour_arguments(arguments: Sequence[str]) -> list[str]:
    """The arguments for a start without a display: the tour, unless one was asked for."""
    asked = any(argument.split("=")[0] == "--tour" for argument in arguments)
    return [*arguments] if asked else ["--tour", str(ROOT / "tour"), *arguments]


def run(arguments: Sequence[str]) -> int:
    """Starts the workbench on the demo tenant."""
    shown = has_display(sys.platform, os.environ)
    window = debian.for_window(os.environ)
    if not debian.provide((*debian.VENV, *debian.QT, *debian.ANY_FONT, *window)):
        return 1
    environment.provide()
    variables = environment.child_env()
    if not shown:
        print("No display here, so the tour runs in an offscreen window and leaves pictures.")
        arguments = tour_arguments(arguments)
        variables["QT_QPA_PLATFORM"] = "offscreen"
    command = [environment.script("python"), "-m", "k2bench", "--demo", *arguments]
    sys.stdout.flush()
    if sys.platform != "win32":
        # In this process's place: Ctrl+C and signals reach the workbench, which ends in order.
        os.execve(command[0], command, variables)
    return subprocess.run(command, env=variables, check=False).returncode


def test(arguments: Sequence[str]) -> int:
    """Runs ruff, mypy, import-linter and pytest, whose closing line ends the output."""
    return steps.run_all(steps.tests(arguments)) if _provide_for_tests() else 1


def check(names: Sequence[str]) -> int:
    """Runs the slower checks, or those that are named."""
    if not set(names) <= set(steps.CHECKS):
        print("There are these checks:", *steps.CHECKS)
        return 2
    return steps.run_checks(names or list(steps.CHECKS)) if _provide_for_tests() else 1


def _provide_for_tests() -> bool:
    if not debian.provide((*debian.VENV, *debian.QT, *debian.TESTS)):
        return False
    environment.provide("dev")
    return True


OLDEST = (3, 11)
COMMANDS = {"run": run, "test": test, "check": check, "constraints": constraints.rewrite}


def main(arguments: Sequence[str]) -> int:
    """Runs one command and returns the exit code."""
    if sys.version_info < OLDEST:
        print("k2bench needs Python 3.11 or newer; this is", sys.version.split()[0])
        return 1
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__)
        return 0 if "--help" in arguments else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except environment.SetUpError as error:
        print(error)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
