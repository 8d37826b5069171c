"""Environments on disk: one JSON file, no secrets in it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from k2bench.core.auth_type import AuthType, KeyPlace
from k2bench.core.environment import Environment, Variable, WritePolicy
from k2bench.store.distinct import UNNAMED, distinct
from k2bench.store.files import OnUnreadable, read_json, write_json

VERSION = 1
_TEXTS = (
    "id",
    "name",
    "tenant_url",
    "token_url",
    "client_id",
    "client_auth",
    "scope",
    "scim_scope",
    "scim_url",
    "odata_url",
    "colour",
    "auth_name",
)
_CHOICES: dict[str, Callable[[str], Any]] = {
    "write_policy": WritePolicy,
    "auth_type": AuthType,
    "auth_place": KeyPlace,
}


class EnvironmentStore:
    """`environments.json` in the configuration folder."""

    def __init__(self, folder: Path, report: OnUnreadable) -> None:
        self._path = folder / "environments.json"
        self._report = report

    def load(self) -> tuple[tuple[Environment, ...], str]:
        """All environments in their order, and the id of the current one (empty: none).

        No two of them have one name; those that had are renamed, and reported.
        """
        value = read_json(self._path, VERSION, self._report)
        kept = value.get("environments")
        items = kept if isinstance(kept, list) else []
        found = [each for each in map(_environment, items) if each]
        return distinct(found, self._report), str(value.get("current") or "")

    def save(self, environments: tuple[Environment, ...], current: str) -> None:
        """Write all of them but the transient ones.

        Raises:
            WorkbenchError: the file cannot be written.
        """
        kept = [_kept(each) for each in environments if not each.transient]
        write_json(self._path, {"version": VERSION, "environments": kept, "current": current})


def _kept(environment: Environment) -> dict[str, Any]:
    return {
        **{name: getattr(environment, name) for name in (*_TEXTS, *_CHOICES)},
        "production": environment.production,
        "extra": [list(pair) for pair in environment.extra],
        "variables": [
            {"name": each.name, "secret": True}
            if each.secret
            else {"name": each.name, "value": each.value}
            for each in environment.variables
        ],
    }


def _environment(item: object) -> Environment | None:
    """An environment from what was written; what is odd in it takes its default."""
    if not isinstance(item, dict) or not isinstance(item.get("id"), str) or not item["id"]:
        return None
    known: dict[str, Any] = {n: item[n] for n in _TEXTS if isinstance(item.get(n), str)}
    for name, choice in _CHOICES.items():
        try:
            known[name] = choice(item[name])
        except (KeyError, ValueError):
            continue
    if known.get("client_auth") not in ("body", "basic"):
        known.pop("client_auth", None)
    return Environment(
        **{"name": UNNAMED, **known},
        production=item.get("production") is True,
        extra=_pairs(item.get("extra")),
        variables=_variables(item.get("variables")),
    )


def _pairs(items: object) -> tuple[tuple[str, str], ...]:
    rows = items if isinstance(items, list) else []
    return tuple(
        (str(row[0]), str(row[1])) for row in rows if isinstance(row, list) and len(row) == 2
    )


def _variables(items: object) -> tuple[Variable, ...]:
    rows = items if isinstance(items, list) else []
    return tuple(
        Variable(row["name"], str(row.get("value", "")), row.get("secret") is True)
        for row in rows
        if isinstance(row, dict) and isinstance(row.get("name"), str)
    )
