"""Preferences and window state: one JSON file. Unknown keys are kept for a newer version."""

from pathlib import Path
from typing import Any

from k2bench.store.files import OnUnreadable, read_json, write_json

VERSION = 1


class Settings:
    """`settings.json`, read once; `set` keeps a value in memory, `save` writes them all."""

    def __init__(self, folder: Path, report: OnUnreadable) -> None:
        self._path = folder / "settings.json"
        self._values = read_json(self._path, VERSION, report)
        self._changed = False

    def text(self, key: str, default: str = "") -> str:
        """A text; `default` when there is none or it is something else."""
        value = self._values.get(key)
        return value if isinstance(value, str) else default

    def whole(self, key: str, default: int, least: int, most: int) -> int:
        """A whole number; `default` when there is none, or none from `least` to `most`."""
        value = self._values.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        return default

    def mapping(self, key: str) -> dict[str, Any]:
        """A copy of a JSON object; empty when there is none or it is something else."""
        value = self._values.get(key)
        return dict(value) if isinstance(value, dict) else {}

    def set(self, key: str, value: Any) -> None:
        """Keep `value` (anything that JSON can hold) until `save`."""
        if self._values.get(key) != value:
            self._values[key] = value
            self._changed = True

    def save(self) -> None:
        """Write the file if something changed.

        Raises:
            WorkbenchError: the file cannot be written.
        """
        if self._changed:
            write_json(self._path, {**self._values, "version": VERSION})
            self._changed = False
