"""Values as literals of a URL, and literals back to values. Nothing here is percent-encoded.

A value is its text as JSON or a person writes it: numbers keep their digits. It does not know the
metadata: a type name that does not start with `Edm.` is taken for an enumeration.
Sources: as in `literal_forms.py`; OData CSDL 4.01, section 10 (enumerations).
"""

import base64
import binascii
import re

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.literal_forms import FORMS
from k2bench.core.problem import WorkbenchError, input_error

NULL = "null"
_MEMBER = r"(?:[^\W\d]\w*|-?\d+)"
_MEMBERS = re.compile(rf"\s*{_MEMBER}\s*(?:,\s*{_MEMBER}\s*)*")
_UNTYPED = ("Edm.Untyped", "Edm.PrimitiveType")


def literal(text: str | None, type_name: str, dialect: Dialect = Dialect.V4) -> str:
    """The literal for a value; `null` for None.

    Args:
        text: the value. Blanks around it are dropped, but not for strings. A value of
            `Edm.Untyped` is taken for a literal already.
        type_name: `Edm.Guid`, ... or the qualified name of an enumeration.

    Raises:
        WorkbenchError: the text is no value of the type.
    """
    if text is None:
        return NULL
    if type_name == "Edm.String":
        return "'" + text.replace("'", "''") + "'"
    text = text.strip()
    if type_name == "Edm.Binary":
        return _binary(text, dialect)
    if not type_name.startswith("Edm."):
        return _enumeration(text, type_name)
    return _formed(text, type_name, dialect)


def value_of(text: str, type_name: str, dialect: Dialect = Dialect.V4) -> str | None:
    """The value that a literal stands for; None for `null`.

    Raises:
        WorkbenchError: it is no literal of the type.
    """
    text = text.strip()
    if text == NULL:
        return None
    if type_name == "Edm.String":
        return _string_value(text)
    if type_name == "Edm.Binary":
        return _binary_value(text, dialect)
    if not type_name.startswith("Edm."):
        return _enumeration_value(text, type_name)
    form = FORMS.get(type_name)
    if form is None:
        return text
    before, behind = form.wrapping(dialect)
    inner = _unwrapped(text, before, behind)
    if type_name == "Edm.Boolean":
        inner = inner.lower()
    if not form.fits(inner):
        raise _unfit(text, type_name, before + form.example + behind)
    return inner


def _formed(text: str, type_name: str, dialect: Dialect) -> str:
    form = FORMS.get(type_name)
    if form is None:
        if type_name in _UNTYPED:
            return text
        raise input_error(f"A value of type {type_name} cannot stand in a URL")
    if type_name == "Edm.Boolean":
        text = text.lower()
    if not form.fits(text):
        raise _unfit(text, type_name, form.example)
    before, behind = form.wrapping(dialect)
    return before + text + (behind if before or text[-1].isdigit() else "")  # INF has no suffix


def _unwrapped(text: str, before: str, behind: str) -> str:
    """Prefixes and suffixes are optional in 4.01 and may have either case in 3.0."""
    size = len(before)
    if size and text[:size].lower() == before.lower() and text.endswith(behind):
        return text[size : -len(behind)]
    if before.endswith("'") and len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1]
    if not before and behind and text[-1:].lower() == behind.lower() and text[-2:-1].isdigit():
        return text[:-1]
    return text


def _string_value(text: str) -> str:
    inner = text[1:-1]
    quoted = len(text) > 1 and text[0] == text[-1] == "'"
    if not quoted or "'" in inner.replace("''", ""):
        raise _unfit(text, "Edm.String", "'it''s'")
    return inner.replace("''", "'")


def _binary(text: str, dialect: Dialect) -> str:
    data = _decoded(text)
    if dialect is Dialect.V3:
        return f"binary'{data.hex().upper()}'"
    return f"binary'{base64.urlsafe_b64encode(data).decode().rstrip('=')}'"


def _binary_value(text: str, dialect: Dialect) -> str:
    """As Base64, which JSON uses; OData 3 writes hexadecimal digits, also as `X'...'`."""
    name, _, rest = text.partition("'")
    if name.lower() not in ("binary", "x") or not rest.endswith("'"):
        raise _unfit(text, "Edm.Binary", "binary'T0RhdGE'")
    inner = rest[:-1]
    if dialect is Dialect.V3:
        if not re.fullmatch("([0-9A-Fa-f]{2})*", inner):
            raise _unfit(text, "Edm.Binary", "binary'4F44617461'")
        return base64.b64encode(bytes.fromhex(inner)).decode()
    return base64.urlsafe_b64encode(_decoded(inner)).decode()


def _decoded(text: str) -> bytes:
    plain = text.rstrip("=").translate(str.maketrans("-_", "+/"))
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except (binascii.Error, ValueError) as error:
        raise _unfit(text, "Edm.Binary", "T0RhdGE= (Base64)") from error


def _enumeration(text: str, type_name: str) -> str:
    prefixed = re.fullmatch(r"[\w.]*'(.*)'", text)
    members = prefixed[1] if prefixed else text
    if not _MEMBERS.fullmatch(members):
        raise _unfit(text, type_name, "Red or Red,Green")
    return f"{type_name}'{','.join(part.strip() for part in members.split(','))}'"


def _enumeration_value(text: str, type_name: str) -> str:
    found = re.fullmatch(r"[\w.]*'(.*)'", text)
    if not found or not _MEMBERS.fullmatch(found[1]):
        raise _unfit(text, type_name, f"{type_name}'Red'")
    return found[1]


def _unfit(text: str, type_name: str, example: str) -> WorkbenchError:
    shown = text if len(text) <= 60 else text[:57] + "..."
    name = type_name.removeprefix("Edm.")
    return input_error(
        f"“{shown}” is not a value of type {name}", f"It should look like {example}."
    )
