"""Environments on disk: one JSON file, no secrets in it."""

from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from k2bench.core.environment import Environment
from k2bench.store.files import OnUnreadable, read_json, write_json

VERSION = 1
_KEPT = tuple(f.name for f in fields(Environment) if f.name != "transient")


class EnvironmentStore:
    """`environments.json` in the configuration folder."""

    def __init__(self, folder: Path, report: OnUnreadable) -> None:
        self._path = folder / "environments.json"
        self._report = report

    def load(self) -> tuple[tuple[Environment, ...], str]:
        """All environments in their order, and the id of the current one (empty: none)."""
        value = read_json(self._path, VERSION, self._report)
        kept = value.get("environments")
        items = kept if isinstance(kept, list) else []
        found = (_environment(item) for item in items)
        return tuple(each for each in found if each), str(value.get("current") or "")

    def save(self, environments: tuple[Environment, ...], current: str) -> None:
        """Write all of them but the transient ones.

        Raises:
            WorkbenchError: the file cannot be written.
        """
        kept = [_kept(each) for each in environments if not each.transient]
        write_json(self._path, {"version": VERSION, "environments": kept, "current": current})


def _kept(environment: Environment) -> dict[str, Any]:
    return {name: value for name, value in asdict(environment).items() if name in _KEPT}


def _environment(item: object) -> Environment | None:
    if not isinstance(item, dict) or not item.get("id"):
        return None
    texts = {name: item[name] for name in _KEPT if isinstance(item.get(name), str)}
    return Environment(**{"name": "Unnamed", **texts})
