"""One SSL context per TLS setting. Making one takes 21-43 ms: never on the GUI's thread.

It does not open connections.
"""

import ssl
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from k2bench.core.problem import input_error

# Where distributions keep their bundle when OpenSSL's own default place is empty.
_LINUX_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/ssl/cert.pem",
    "/etc/ssl/ca-bundle.pem",
)


@dataclass(frozen=True, slots=True)
class TlsSetting:
    """How certificates are judged.

    Attributes:
        verify: False accepts any certificate.
        ca_file: a PEM file with authorities that are trusted besides the system's.
    """

    verify: bool = True
    ca_file: str = ""


class TlsContexts:
    """The contexts made so far. May be asked from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: dict[tuple[TlsSetting, bool], ssl.SSLContext] = {}

    def get(self, setting: TlsSetting, http2: bool) -> ssl.SSLContext | None:
        """The context if it was made before. HTTP/2 has one of its own: what a context offers
        (ALPN) is a state of the context.
        """
        return self._made.get((setting, http2))

    def make(self, setting: TlsSetting, http2: bool) -> ssl.SSLContext:
        """The context, made now if need be.

        Raises:
            WorkbenchError: the CA file cannot be read or holds no certificate.
        """
        with self._lock:
            key = (setting, http2)
            if key not in self._made:
                self._made[key] = _verifying(setting) if setting.verify else unverified()
            return self._made[key]


def unverified() -> ssl.SSLContext:
    """A context that accepts any certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _verifying(setting: TlsSetting) -> ssl.SSLContext:
    context = _system_context()
    if setting.ca_file:
        try:
            context.load_verify_locations(cafile=setting.ca_file)
        except (OSError, ssl.SSLError) as error:
            name = Path(setting.ca_file).name
            raise input_error(
                f"The CA file {name} cannot be used",
                "It should be a text file with “BEGIN CERTIFICATE” (PEM).",
                "CA file",
            ) from error
    return context


def _system_context() -> ssl.SSLContext:
    if sys.platform in ("win32", "darwin"):
        import truststore  # asks the system; on other systems OpenSSL's files are the system

        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_default_certs()
    if not _has_default_store():
        context.load_verify_locations(cafile=_bundle())
    return context


def _has_default_store() -> bool:
    paths = ssl.get_default_verify_paths()  # None where nothing is there
    folder = Path(paths.capath) if paths.capath else None
    return bool(paths.cafile) or (folder is not None and any(folder.glob("*.0")))


def _bundle() -> str:
    found = next((path for path in _LINUX_BUNDLES if Path(path).is_file()), None)
    if found is None:
        import certifi  # a machine without a store, as in a small container

        return certifi.where()
    return found
