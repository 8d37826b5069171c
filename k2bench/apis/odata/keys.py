"""Key predicates: `(5)`, `('a%2Fb')`, `(OrderID=1,Name='x')`.

It does not know which properties are a key; the metadata does. Sources: OData URL Conventions
4.01, section 4.3.1; RFC 3986, section 3.3, for what is encoded.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.literals import literal
from k2bench.core.problem import WorkbenchError, input_error
from k2bench.core.url import encode_segment


@dataclass(frozen=True, slots=True)
class KeyPart:
    """One property of a key: its name (or its alias), its type and its value as text."""

    name: str
    type_name: str
    value: str


def key_predicate(parts: Sequence[KeyPart], dialect: Dialect = Dialect.V4) -> str:
    """The predicate with its parentheses, encoded for a path.

    Raises:
        WorkbenchError: no part, or a value that is not of its type.
    """
    if not parts:
        raise input_error("There is no key", "A single row is addressed by its key.")
    literals = [encode_segment(literal(p.value, p.type_name, dialect)) for p in parts]
    if len(parts) == 1:
        return f"({literals[0]})"
    pairs = zip(parts, literals, strict=True)
    return "(" + ",".join(f"{encode_segment(part.name)}={text}" for part, text in pairs) + ")"


def entity_path(name: str, parts: Sequence[KeyPart], dialect: Dialect = Dialect.V4) -> str:
    """The path of one row below the service root: `Set(5)`.

    Raises:
        WorkbenchError: see `key_predicate`.
    """
    return encode_segment(name) + key_predicate(parts, dialect)


def read_key(text: str) -> tuple[tuple[str, str], ...]:
    """Names and literals of a decoded predicate; the name is empty for a single value.

    Args:
        text: percent-decoded, with or without its parentheses.

    Raises:
        WorkbenchError: quotes or parentheses without their partners, or an empty part.
    """
    inner = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    parts = [_named(part) for part in _split(inner)]
    if not all(value for _, value in parts) or (len(parts) > 1 and not all(n for n, _ in parts)):
        raise _no_key(text)
    return tuple(parts)


def _split(text: str) -> list[str]:
    """At commas outside of quotes. A doubled quote closes and opens again, so it needs no rule."""
    parts, start, quoted = [], 0, False
    for at, sign in enumerate(text):
        if sign == "'":
            quoted = not quoted
        elif sign == "," and not quoted:
            parts.append(text[start:at])
            start = at + 1
    if quoted:
        raise _no_key(text)
    return [*parts, text[start:]]


def _named(part: str) -> tuple[str, str]:
    name, equals, value = part.partition("=")
    if not equals or "'" in name:
        return "", part.strip()
    return name.strip(), value.strip()


def _no_key(text: str) -> WorkbenchError:
    shown = text if len(text) <= 60 else text[:57] + "..."
    return input_error(f"“{shown}” is not a key", "It should look like (5) or (A=1,B='x').")
