"""Key predicates: `(5)`, `(ID=5)`, `('text')` (OData URL Conventions 4.0 §4.3.1)."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

from k2bench.demo.odata.errors import bad_request, not_found
from k2bench.demo.odata.model import Edm, SmartObject
from k2bench.demo.odata.rows import decimal_text
from k2bench.demo.odata.values import scaled_decimal

_INTEGER = re.compile(r"[+-]?[0-9]{1,19}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?")
_GUID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_STRING = re.compile(r"'((?:[^']|'')*)'")


def parse_key(text: str, smartobject: SmartObject) -> int | str:
    """The key as SQLite stores it.

    Raises:
        ODataError: 400 when it does not have the key's type, 404 for a value no key can have.
    """
    name, equals, value = text.partition("=")
    if equals and name == smartobject.key:
        text = value
    prop = smartobject.key_property
    key = _READERS[prop.type](text)
    if key is None:
        raise bad_request(
            f"The key value ({text}) is not a valid '{prop.type.value}' for the key "
            f"'{smartobject.key}' of '{smartobject.name}'."
        )
    if prop.type is not Edm.DECIMAL:
        return key
    scaled = scaled_decimal(str(key), prop.scale)
    if scaled is None:
        raise not_found(f"No '{smartobject.name}' with the key ({text}) exists.")
    return scaled


def key_predicate(key: int | str, smartobject: SmartObject) -> str:
    """The predicate with its parentheses, encoded for a URL."""
    prop = smartobject.key_property
    if prop.type is Edm.DECIMAL:
        return f"({decimal_text(int(key), prop.scale)})"
    if prop.type is Edm.STRING:
        doubled = str(key).replace("'", "''")
        return f"('{quote(doubled, safe='')}')"
    return f"({key})"


def _integer(text: str) -> int | None:
    return int(text) if _INTEGER.fullmatch(text) and -(2**63) <= int(text) < 2**63 else None


def _decimal(text: str) -> str | None:
    return text if _DECIMAL.fullmatch(text) else None


def _guid(text: str) -> str | None:
    return text.lower() if _GUID.fullmatch(text) else None


def _string(text: str) -> str | None:
    match = _STRING.fullmatch(text)
    return match[1].replace("''", "'") if match else None


_READERS: dict[Edm, Callable[[str], int | str | None]] = {
    Edm.INT32: _integer,
    Edm.INT64: _integer,
    Edm.DECIMAL: _decimal,
    Edm.GUID: _guid,
    Edm.STRING: _string,
}
