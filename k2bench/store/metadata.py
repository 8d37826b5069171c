"""`$metadata` documents on disk, each with its date: for work offline, and to compare with later.

It keeps bytes and does not look into them. An entry that is broken counts as not there.
"""

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from k2bench.core.problem import WorkbenchError, input_error
from k2bench.store.files import write_atomically, write_json

VERSION = 1
KEPT = 5  # different states of one service
LARGEST = 64 * 1024 * 1024  # bytes of a file that is imported


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of a service's metadata, without its bytes.

    Attributes:
        environment: the id of the environment.
        service_url: the service root that it describes.
        fetched_at: when it was last seen so, in seconds since 1970.
        sha256: of the bytes, in hexadecimal digits.
        source: the file that it was imported from; empty when the service sent it.
    """

    environment: str
    service_url: str
    fetched_at: float
    sha256: str
    source: str = ""


class MetadataStore:
    """A folder for each environment and service, with its last states in it."""

    def __init__(self, cache: Path) -> None:
        self._folder = cache / "metadata"

    def save(
        self,
        environment: str,
        service_url: str,
        data: bytes,
        fetched_at: float,
        source: str = "",
    ) -> Snapshot:
        """Keep a state. The newest one only gets the new date when its bytes are the same.

        Raises:
            WorkbenchError: the disk is full, the folder read-only, ...
        """
        digest = hashlib.sha256(data).hexdigest()
        snapshot = Snapshot(environment, service_url, fetched_at, digest, source)
        folder = self._folder_of(environment, service_url)
        entries = _entries(folder)
        if entries and entries[0][1].sha256 == digest and _data(entries[0][0], digest) is not None:
            stem = entries[0][0]
        else:
            stem = folder / f"{max(0, int(fetched_at * 1000)):015}-{digest[:8]}"
            write_atomically(stem.with_suffix(".edmx"), data)
        write_json(stem.with_suffix(".json"), {"version": VERSION, **asdict(snapshot)})
        for old, _ in _entries(folder)[KEPT:]:
            _remove(old)
        return snapshot

    def snapshots(self, environment: str, service_url: str) -> tuple[Snapshot, ...]:
        """The states that are kept, the newest first."""
        entries = _entries(self._folder_of(environment, service_url))
        return tuple(snapshot for _, snapshot in entries)

    def load(self, snapshot: Snapshot) -> bytes | None:
        """The bytes of a state; None when they are gone or not what they were."""
        folder = self._folder_of(snapshot.environment, snapshot.service_url)
        for stem, found in _entries(folder):
            if found.sha256 == snapshot.sha256:
                data = _data(stem, found.sha256)
                if data is not None:
                    return data
        return None

    def latest(self, environment: str, service_url: str) -> tuple[Snapshot, bytes] | None:
        """The newest state that can be read, with its bytes."""
        for stem, snapshot in _entries(self._folder_of(environment, service_url)):
            data = _data(stem, snapshot.sha256)
            if data is not None:
                return snapshot, data
        return None

    def forget(self, environment: str) -> None:
        """Delete everything of an environment."""
        for folder in _children(self._folder):
            for stem, snapshot in _entries(folder):
                if snapshot.environment == environment:
                    _remove(stem)
            with suppress(OSError):  # not empty, or not a folder
                folder.rmdir()

    def _folder_of(self, environment: str, service_url: str) -> Path:
        name = f"{environment}\0{service_url.rstrip('/')}".encode("utf-8", "surrogatepass")
        return self._folder / hashlib.sha256(name).hexdigest()[:24]


def read_metadata_file(path: Path) -> bytes:
    """The bytes of an EDMX or CSDL file that a person chose.

    Raises:
        WorkbenchError: it cannot be read, or is too large.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise input_error(f"{path.name} is too large", "64 MB is the most that is read.")
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> WorkbenchError:
    return input_error(f"{path.name} could not be read", f"{error.strerror or error}.")


def _children(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _entries(folder: Path) -> list[tuple[Path, Snapshot]]:
    """Paths without their suffix, and what their sidecars say; the newest first."""
    found = []
    for path in _children(folder):
        if path.suffix == ".json":
            snapshot = _snapshot(path)
            if snapshot is not None:
                found.append((path.with_suffix(""), snapshot))
    return sorted(found, key=lambda entry: (entry[1].fetched_at, entry[0].name), reverse=True)


def _snapshot(path: Path) -> Snapshot | None:
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or value.get("version") != VERSION:
        return None
    fetched_at = value.get("fetched_at")
    if isinstance(fetched_at, bool) or not isinstance(fetched_at, int | float):
        return None
    texts = [_text(value, name) for name in ("environment", "service_url", "sha256", "source")]
    return Snapshot(texts[0], texts[1], float(fetched_at), texts[2], texts[3])


def _text(value: dict[str, Any], name: str) -> str:
    text = value.get(name)
    return text if isinstance(text, str) else ""


def _data(stem: Path, sha256: str) -> bytes | None:
    try:
        data = stem.with_suffix(".edmx").read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None


def _remove(stem: Path) -> None:
    """The sidecar first: without it the rest counts as not there."""
    for suffix in (".json", ".edmx"):
        with suppress(OSError):
            stem.with_suffix(suffix).unlink()
