"""Finds the system packages that Qt and the tests need, and installs them or says how.

Knows Debian, Ubuntu and their relatives. Elsewhere on Linux it only names what is missing.
It knows nothing of Python packages: see environment.py.
"""

from __future__ import annotations

import ctypes
import fnmatch
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
APT_INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")
# A fresh machine may still run its first unattended upgrade, which holds dpkg's lock.
APT_WAIT = ("-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0")


@dataclass(frozen=True)
class Need:
    """Something that has to be there, and the Debian package that brings it."""

    package: str
    sign: str
    is_there: Callable[[], bool]


def library(package: str, soname: str) -> Need:
    """A shared object that this Python must be able to load."""

    def loads() -> bool:
        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    return Need(package, soname, loads)


def program(package: str, name: str) -> Need:
    """A program on the path."""
    return Need(package, name, lambda: shutil.which(name) is not None)


def module(package: str, name: str) -> Need:
    """A module of the standard library: Debian keeps ensurepip in a package of its own."""
    return Need(package, f"module {name}", lambda: importlib.util.find_spec(name) is not None)


def font(package: str, *patterns: str) -> Need:
    """A font file that matches one of the patterns, in any usual folder."""

    def found() -> bool:
        # os.walk passes over folders that this user may not read.
        walks = (os.walk(os.path.expanduser(folder)) for folder in FONT_FOLDERS)
        names = (name for walk in walks for _, _, files in walk for name in files)
        return any(fnmatch.fnmatch(name, pattern) for name in names for pattern in patterns)

    return Need(package, " or ".join(patterns), found)


VENV = (module(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv", "ensurepip"),)
QT = (
    library("libegl1", "libEGL.so.1"),
    library("libgl1", "libGL.so.1"),
    library("libglib2.0-0", "libgthread-2.0.so.0"),
    library("libxkbcommon0", "libxkbcommon.so.0"),
    library("libfontconfig1", "libfontconfig.so.1"),
    library("libdbus-1-3", "libdbus-1.so.3"),
)
ANY_FONT = (font("fonts-dejavu-core", "*.ttf", "*.otf", "*.ttc"),)
X_WINDOW = (
    library("libxcb-cursor0", "libxcb-cursor.so.0"),
    library("libxcb-icccm4", "libxcb-icccm.so.4"),
    library("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    library("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    library("libxcb-xkb1", "libxcb-xkb.so.1"),
    library("libxcb-shape0", "libxcb-shape.so.0"),
    library("libxcb-randr0", "libxcb-randr.so.0"),
    library("libxcb-image0", "libxcb-image.so.0"),
    library("libxcb-render-util0", "libxcb-render-util.so.0"),
)
WAYLAND = (
    library("libwayland-cursor0", "libwayland-cursor.so.0"),
    library("libwayland-egl1", "libwayland-egl.so.1"),
)
TESTS = (
    # Pictures are compared: the tests need this font, not any font.
    font("fonts-dejavu-core", "DejaVuSans.ttf"),
    program("dbus", "dbus-run-session"),
    program("gnome-keyring", "gnome-keyring-daemon"),
)


def for_window(variables: Mapping[str, str]) -> tuple[Need, ...]:
    """What Qt needs to show a window; nothing where there is no display.

    Qt starts on X wherever Wayland fails, so the libraries of X are needed in both cases.
    """
    wayland = WAYLAND if variables.get("WAYLAND_DISPLAY") else ()
    return (*X_WINDOW, *wayland) if wayland or variables.get("DISPLAY") else ()


def missing(needs: Iterable[Need]) -> list[Need]:
    """The needs that are not met, in their order."""
    return [need for need in needs if not need.is_there()]


def package_names(needs: Iterable[Need], known: Collection[str]) -> list[str]:
    """The packages to install, each once, by the names that this release gives them.

    Debian 13 and Ubuntu 24.04 renamed libraries whose time type changed: libglib2.0-0 became
    libglib2.0-0t64. Where apt knows neither (no lists yet), the old name still leads there.

    Args:
        needs: what is missing.
        known: every package name that apt knows.
    """
    names = dict.fromkeys(need.package for need in needs)
    return [f"{name}t64" if f"{name}t64" in known else name for name in names]


def one_command(names: Iterable[str], known: Collection[str]) -> str:
    """What a user who is not root has to type, in one line."""
    names = list(names)
    install = shlex.join(["sudo", *APT_INSTALL, *names])
    return install if known and set(names) <= set(known) else f"sudo apt-get update && {install}"


def known_packages() -> set[str]:
    """Every package name that apt knows; empty before the first `apt-get update`."""
    answer = subprocess.run(["apt-cache", "pkgnames"], capture_output=True, text=True, check=False)
    return set(answer.stdout.split())


def provide(needs: Iterable[Need]) -> bool:
    """Makes sure that everything needed is there: installs it when root, else says how.

    Returns:
        False when something is still missing; the way out has been printed.
    """
    if sys.platform != "linux":
        return True
    absent = missing(needs)
    if not absent:
        return True
    if shutil.which("apt-get") is None:
        print("Missing on this system:", ", ".join(need.sign for need in absent))
        print("Install what brings them with the system's package manager, then try again.")
        return False
    if os.geteuid() != 0:
        known = known_packages()
        print("System packages are missing. Install them with this command, then try again:")
        print(f"\n    {one_command(package_names(absent, known), known)}\n")
        return False
    _install(absent)
    absent = missing(absent)
    if absent:
        print("Still missing after apt-get:", ", ".join(need.sign for need in absent))
    return not absent


def _install(absent: Iterable[Need]) -> None:
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _apt(["apt-get", *APT_WAIT, "update"], env)
    names = package_names(absent, known_packages())
    print("installing", *names, flush=True)
    _apt([*APT_INSTALL, *APT_WAIT, *names], env)
    # The interpreter looked for ensurepip once and remembers that it was not there.
    importlib.invalidate_caches()


def _apt(command: list[str], env: dict[str, str]) -> None:
    done = subprocess.run(
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout, f"{' '.join(command)} ended with code {done.returncode}", sep="\n")
