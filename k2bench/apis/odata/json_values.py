"""Values that a person types, as JSON for the body of a request. Digits stay as they are typed.

Sources: OData JSON Format 4.01, section 7; OData 3.0 JSON, section 8.2 (Int64 and Decimal are
strings there).
"""

import json
import re

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.literal_forms import FORMS
from k2bench.apis.odata.literals import literal
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.metadata.types import EnumType, TypeRef
from k2bench.core.problem import input_error

_NUMBERS = ("Byte", "SByte", "Int16", "Int32", "Int64", "Decimal", "Double", "Single")
NUMBERS = frozenset(f"Edm.{name}" for name in _NUMBERS)
_AS_STRINGS = ("Edm.Int64", "Edm.Decimal")  # in OData 3
_LEADING = re.compile(r"^([+-]?)0+(?=\d)")


def json_value(text: str | None, ref: TypeRef, index: Index) -> str:
    """The JSON for a value; `null` for None.

    Args:
        text: blanks around it are dropped, but not for strings. A collection or a structured
            value is typed as JSON.

    Raises:
        WorkbenchError: it is no value of the type.
    """
    if text is None:
        return "null"
    name = index.primitive(ref.name)
    if ref.collection or index.structured(name) is not None:
        return _typed_json(text, ref)
    if name == "Edm.String":
        return json.dumps(text, ensure_ascii=False)
    if name in FORMS or name == "Edm.Binary" or isinstance(index.types.get(name), EnumType):
        return _primitive(text.strip(), name, index.metadata.dialect)
    return _typed_json(text, ref)


def _primitive(text: str, name: str, dialect: Dialect) -> str:
    literal(text, name)  # says what is wrong with it
    if name == "Edm.Boolean":
        return text.lower()
    if name not in NUMBERS or text.endswith(("NaN", "INF")):
        return json.dumps(text, ensure_ascii=False)
    digits = _LEADING.sub(r"\1", text).removeprefix("+")
    return f'"{digits}"' if dialect is Dialect.V3 and name in _AS_STRINGS else digits


def _typed_json(text: str, ref: TypeRef) -> str:
    example = "[]" if ref.collection else '{"Name": "value"}'
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise input_error(
            f"This is no JSON for {ref}", f"It should look like {example}. {error}."
        ) from error
    if ref.collection and not isinstance(value, list):
        raise input_error(f"{ref} is a list", f"It should look like {example}.")
    return text.strip()
