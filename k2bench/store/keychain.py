"""The operating system's keychain, on a thread of its own. The only file that imports keyring.

keyring may choose a back end that writes a plain file; so only the back ends named here are
accepted, and anything else counts as "no keychain".
"""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from k2bench.core.problem import Problem, ProblemKind, WorkbenchError
from k2bench.core.secret import Secret

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")
SERVICE = "k2bench"
WINDOWS_LIMIT = 2560  # bytes of an entry in Windows Credential Manager, as UTF-16
WINDOWS_BAD_STUB = 1783  # RPC_X_BAD_STUB_DATA: what Windows says to a longer one
ACCEPTED = (
    "keyring.backends.Windows.WinVaultKeyring",
    "keyring.backends.macOS.Keyring",
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.kwallet.DBusKeyringKWallet4",
)
CHAIN = "keyring.backends.chainer.ChainerBackend"


def backend_name(backend: object) -> str:
    """`module.Class` of a keyring back end."""
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


class Keychain:
    """Reads, writes and deletes secrets; each call answers a Future that another thread fills.

    Args:
        accepted: the only back ends that may be used, as `module.Class`.
        backend: answers the back end to use; the default asks keyring for the system's.
    """

    def __init__(
        self,
        accepted: tuple[str, ...] = ACCEPTED,
        backend: Callable[[], "KeyringBackend"] | None = None,
    ) -> None:
        self._accepted = accepted
        self._find = backend or _system_backend
        self._calls: queue.SimpleQueue[tuple[Callable[[], Any], Future[Any]]] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def read(self, name: str) -> "Future[Secret | None]":
        """The secret kept under `name`, or None."""

        def call() -> Secret | None:
            value = self._backend().get_password(SERVICE, name)
            return None if value is None else Secret(value)

        return self._submit(call)

    def write(self, name: str, secret: Secret) -> "Future[None]":
        """Keep `secret` under `name` and read it back, so that success means it is there."""

        def call() -> None:
            backend = self._backend()
            _check_size(backend, secret)
            try:
                backend.set_password(SERVICE, name, secret.reveal())
            except Exception as error:
                if error.args[:1] == (WINDOWS_BAD_STUB,):
                    raise _too_long(_size(secret)) from None
                raise
            if backend.get_password(SERVICE, name) != secret.reveal():
                raise _failed("It gave another value back.")

        return self._submit(call)

    def delete(self, name: str) -> "Future[None]":
        """Forget `name`; it is no error if there is none."""

        def call() -> None:
            backend = self._backend()
            if backend.get_password(SERVICE, name) is not None:
                backend.delete_password(SERVICE, name)

        return self._submit(call)

    def describe(self) -> "Future[str]":
        """The back end's name for people; fails when there is no keychain."""
        return self._submit(lambda: backend_name(self._backend()))

    def _backend(self) -> "KeyringBackend":
        backend = self._find()
        members = (
            list(getattr(backend, "backends", ())) if backend_name(backend) == CHAIN else [backend]
        )
        refused = [
            backend_name(each) for each in members if backend_name(each) not in self._accepted
        ]
        if refused or not members:
            raise _unavailable("keyring offers " + (", ".join(refused) or "nothing") + ".")
        return backend

    def _submit(self, call: Callable[[], T]) -> "Future[T]":
        future: Future[T] = Future()
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="keychain", daemon=True)
                self._thread.start()
        self._calls.put((call, future))
        return future

    def _work(self) -> None:
        while True:
            call, future = self._calls.get()
            if not future.set_running_or_notify_cancel():
                continue  # its caller gave up waiting
            try:
                future.set_result(call())
            except WorkbenchError as error:
                future.set_exception(error)
            except Exception as error:
                # The text of a foreign error could quote what was to be kept.
                future.set_exception(_in_words(type(error).__name__))


def _system_backend() -> "KeyringBackend":
    import keyring  # 54-73 ms: never before the first paint

    return keyring.get_keyring()


def _check_size(backend: object, secret: Secret) -> None:
    if "Windows" in backend_name(backend) and _size(secret) > WINDOWS_LIMIT:
        raise _too_long(_size(secret))


def _size(secret: Secret) -> int:
    return len(secret.reveal().encode("utf-16-le", "surrogatepass"))


def _in_words(error: str) -> WorkbenchError:
    """`error`: the name of the class of what keyring or its back end raised."""
    if error == "KeyringLocked":
        return _locked()
    absent = error in ("NoKeyringError", "InitError")
    return (_unavailable if absent else _failed)(f"It answered {error}.")


def _too_long(size: int) -> WorkbenchError:
    return _session_only(
        "The secret is too long for the keychain",
        f"It needs {size} bytes; Windows keeps at most {WINDOWS_LIMIT}.",
    )


def _failed(why: str) -> WorkbenchError:
    return _session_only("The keychain failed", why)


def _locked() -> WorkbenchError:
    return WorkbenchError(
        Problem(
            ProblemKind.STORAGE,
            "The keychain is locked",
            "Unlock it (log in to the desktop again, or open its own program), then get a new "
            "access token. Until then the secret is kept for this session only.",
        )
    )


def _unavailable(why: str) -> WorkbenchError:
    return _session_only("No keychain", why)


def _session_only(title: str, why: str) -> WorkbenchError:
    hint = "The secret is kept for this session only."
    return WorkbenchError(Problem(ProblemKind.STORAGE, title, hint, detail=why))
