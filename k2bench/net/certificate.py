"""What a TLS connection agreed on, as texts: version, cipher, and whose certificate it was."""

import ssl
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from k2bench.core.response import TlsInfo

if TYPE_CHECKING:
    from cryptography import x509

_SHORT = {
    "commonName": "CN",
    "organizationName": "O",
    "organizationalUnitName": "OU",
    "localityName": "L",
    "stateOrProvinceName": "ST",
    "countryName": "C",
}


def tls_info(connection: ssl.SSLObject) -> TlsInfo:
    """The texts of an open connection. Importing the parser costs about 30 ms where Python gives
    no certificate: it does only if it was verified.
    """
    cipher = connection.cipher()
    version = connection.version() or ""
    known: dict[str, Any] = connection.getpeercert() or {}
    expiry: datetime | None
    if known:
        issuer, subject = _names(known["issuer"]), _names(known["subject"])
        expiry = datetime.fromtimestamp(ssl.cert_time_to_seconds(known["notAfter"]), UTC)
    else:
        issuer, subject, expiry = _parsed(connection.getpeercert(binary_form=True) or b"")
    return TlsInfo(
        version=version,
        cipher=cipher[0] if cipher else "",
        issuer=issuer,
        subject=subject,
        not_after=f"{expiry:%Y-%m-%d %H:%M:%S} UTC" if expiry else "",
    )


def _names(parts: tuple[tuple[tuple[str, str], ...], ...]) -> str:
    pairs = [pair for part in parts for pair in part]
    return ", ".join(f"{_SHORT.get(name, name)}={value}" for name, value in reversed(pairs))


def _parsed(encoded: bytes) -> tuple[str, str, datetime | None]:
    from cryptography import x509  # slow to import, and seldom needed

    try:
        found = x509.load_der_x509_certificate(encoded)
        return _text(found.issuer), _text(found.subject), found.not_valid_after_utc
    except ValueError:
        return "", "", None


def _text(name: "x509.Name") -> str:
    """As `_names` writes it: `rfc4514_string` escapes commas, which nobody reads."""
    parts = [f"{part.rfc4514_attribute_name}={part.value!s}" for part in reversed(list(name))]
    return ", ".join(parts)
