"""The open tabs on disk, to be there again at the next start. No secret, no body of an answer."""

from dataclasses import dataclass
from pathlib import Path

from k2bench.core.redaction import Redactor
from k2bench.core.request import RequestSpec
from k2bench.store.files import OnUnreadable, read_json, write_json
from k2bench.store.request_json import from_json, to_json

VERSION = 1


@dataclass(frozen=True, slots=True)
class KeptTab:
    """One tab: its request, and the environment that it has of its own (empty: the window's)."""

    spec: RequestSpec
    environment_id: str = ""


class TabStore:
    """`tabs.json` in the configuration folder."""

    def __init__(self, folder: Path, redactor: Redactor, report: OnUnreadable) -> None:
        self._path = folder / "tabs.json"
        self._redactor = redactor
        self._report = report

    def load(self) -> tuple[tuple[KeptTab, ...], int]:
        """The tabs in their order, and which was open."""
        value = read_json(self._path, VERSION, self._report)
        items = value.get("tabs")
        tabs = []
        for item in items if isinstance(items, list) else []:
            spec = from_json(item.get("request")) if isinstance(item, dict) else None
            if spec is not None:
                tabs.append(KeptTab(spec, str(item.get("environment") or "")))
        current = value.get("current")
        index = current if isinstance(current, int) and 0 <= current < len(tabs) else 0
        return tuple(tabs), index

    def save(self, tabs: tuple[KeptTab, ...], current: int) -> None:
        """Write all of them.

        Raises:
            WorkbenchError: the file cannot be written.
        """
        mask = self._redactor.mask
        kept = [
            {"request": to_json(tab.spec, mask), "environment": tab.environment_id} for tab in tabs
        ]
        write_json(self._path, {"version": VERSION, "tabs": kept, "current": current})
