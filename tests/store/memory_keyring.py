"""Back ends for tests: one in memory, one that writes a plain file, one that never answers."""

import threading
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Keeps passwords in a dict. `keyring` never finds it by itself."""

    priority = -1.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError(username)


class PlainFileKeyring(MemoryKeyring):
    """What `keyrings.alt` does: a readable file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def set_password(self, service: str, username: str, password: str) -> None:
        self.path.write_text(password)


class LockedKeyring(MemoryKeyring):
    """A keychain whose owner did not unlock it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("locked")


class SmallKeyring(MemoryKeyring):
    """Takes so many bytes of UTF-16, as Windows Credential Manager takes 2560."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def set_password(self, service: str, username: str, password: str) -> None:
        if len(password.encode("utf-16-le")) > self.limit:
            raise OSError(1783, "The stub received bad data")
        super().set_password(service, username, password)


class HangingKeyring(MemoryKeyring):
    """A D-Bus service that never answers, until `release` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.release = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.release.wait(30)
        return super().get_password(service, username)


def name_of(backend_class: type) -> str:
    """`module.Class`, for the `accepted` argument of `Keychain`."""
    return f"{backend_class.__module__}.{backend_class.__qualname__}"
