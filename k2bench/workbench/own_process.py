"""How this program is started once more, for work that needs a process of its own."""

import sys


def own_command(*arguments: str) -> list[str]:
    """The command: a bundled executable, or this interpreter with the package."""
    bundled = getattr(sys, "frozen", False)
    return [sys.executable, *([] if bundled else ["-m", "k2bench"]), *arguments]
