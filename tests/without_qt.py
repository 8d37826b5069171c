"""A pytest plugin (`-p tests.without_qt`): whatever imports Qt fails.

Everything below the window is tested with it, so that it works from a command or a REPL.
"""

import sys

sys.modules["PySide6"] = sys.modules["shiboken6"] = None  # type: ignore[assignment]
