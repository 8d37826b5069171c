import threading
from pathlib import Path

import pytest
from keyring.backends.chainer import ChainerBackend
from keyring.errors import InitError, NoKeyringError

from k2bench.core.problem import WorkbenchError
from k2bench.core.secret import Secret
from k2bench.store.keychain import ACCEPTED, Keychain
from tests.store.memory_keyring import (
    LockedKeyring,
    MemoryKeyring,
    PlainFileKeyring,
    SmallKeyring,
    name_of,
)

TIMEOUT = 10.0


def memory_keychain(backend: MemoryKeyring) -> Keychain:
    return Keychain(accepted=(name_of(type(backend)),), backend=lambda: backend)


def test_kept_read_and_forgotten_on_another_thread() -> None:
    backend = MemoryKeyring()
    keychain = memory_keychain(backend)
    keychain.write("env/secret", Secret("sécrét")).result(TIMEOUT)
    assert backend.kept == {("k2bench", "env/secret"): "sécrét"}
    assert keychain.read("env/secret").result(TIMEOUT) == Secret("sécrét")
    keychain.delete("env/secret").result(TIMEOUT)
    keychain.delete("env/secret").result(TIMEOUT)
    assert keychain.read("env/secret").result(TIMEOUT) is None
    assert any(thread.name == "keychain" and thread.daemon for thread in threading.enumerate())


def test_a_plain_file_back_end_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    backend = PlainFileKeyring(tmp_path / "passwords.txt")
    keychain = Keychain(backend=lambda: backend)
    with pytest.raises(WorkbenchError) as caught:
        keychain.write("env", Secret("s3cret")).result(TIMEOUT)
    assert "this session only" in caught.value.problem.hint
    assert "PlainFileKeyring" in caught.value.problem.detail
    assert list(tmp_path.iterdir()) == []


def test_a_chain_with_one_plain_member_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    members = [MemoryKeyring(), PlainFileKeyring(tmp_path / "p")]
    monkeypatch.setattr(ChainerBackend, "backends", members)
    keychain = Keychain(accepted=(name_of(MemoryKeyring),), backend=ChainerBackend)
    with pytest.raises(WorkbenchError, match="No keychain"):
        keychain.write("env", Secret("s3cret")).result(TIMEOUT)
    monkeypatch.setattr(ChainerBackend, "backends", members[:1])
    keychain.write("env", Secret("s3cret")).result(TIMEOUT)


def test_an_error_of_the_back_end_never_quotes_the_secret() -> None:
    class Broken(MemoryKeyring):
        def set_password(self, service: str, username: str, password: str) -> None:
            raise RuntimeError(f"cannot keep {password}")

    with pytest.raises(WorkbenchError) as caught:
        memory_keychain(Broken()).write("env", Secret("s3cret")).result(TIMEOUT)
    assert "s3cret" not in str(caught.value) + caught.value.problem.detail
    assert caught.value.__cause__ is None


def test_a_locked_keychain_says_how_to_go_on() -> None:
    with pytest.raises(WorkbenchError, match="The keychain is locked"):
        memory_keychain(LockedKeyring()).write("env", Secret("s3cret")).result(TIMEOUT)


def test_a_value_that_does_not_come_back_is_not_called_kept() -> None:
    class Forgetful(MemoryKeyring):
        def set_password(self, service: str, username: str, password: str) -> None:
            pass

    with pytest.raises(WorkbenchError):
        memory_keychain(Forgetful()).write("env", Secret("s3cret")).result(TIMEOUT)


def test_windows_takes_2560_bytes() -> None:
    class WindowsLike(MemoryKeyring):
        pass

    WindowsLike.__module__ = "keyring.backends.Windows"
    keychain = memory_keychain(WindowsLike())
    keychain.write("env", Secret("x" * 1280)).result(TIMEOUT)
    with pytest.raises(WorkbenchError) as caught:
        keychain.write("env", Secret("x" * 1281)).result(TIMEOUT)
    assert caught.value.problem.title == "The secret is too long for the keychain"
    assert caught.value.problem.detail == "It needs 2562 bytes; Windows keeps at most 2560."


def test_windows_own_refusal_of_a_long_secret_is_known() -> None:
    with pytest.raises(WorkbenchError, match="too long for the keychain"):
        memory_keychain(SmallKeyring(40)).write("env", Secret("x" * 21)).result(TIMEOUT)


def test_a_keychain_that_fails_is_not_called_absent() -> None:
    class Broken(MemoryKeyring):
        def set_password(self, service: str, username: str, password: str) -> None:
            raise RuntimeError("no")

    with pytest.raises(WorkbenchError, match="The keychain failed"):
        memory_keychain(Broken()).write("env", Secret("s3cret")).result(TIMEOUT)


@pytest.mark.parametrize("error", [NoKeyringError, InitError])
def test_a_keychain_that_cannot_be_reached_counts_as_none(error: type[Exception]) -> None:
    class Unreachable(MemoryKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            raise error("no D-Bus")

    with pytest.raises(WorkbenchError, match="No keychain"):
        memory_keychain(Unreachable()).read("env").result(TIMEOUT)


def test_only_real_keychains_are_accepted_by_default() -> None:
    assert all(name.startswith("keyring.backends.") for name in ACCEPTED)
    assert not any(word in name.lower() for name in ACCEPTED for word in ("file", "null", "fail"))
