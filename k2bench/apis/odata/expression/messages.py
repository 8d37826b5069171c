"""Says in plain words where and why a text is no expression."""

import re
from collections.abc import Iterable

from k2bench.apis.odata.expression.errors import ExpressionError
from k2bench.apis.odata.expression.expected import Expected, Kind

_OPERAND = "a property, a value or a function"
_SHOWN = (
    Kind.SEARCH,
    Kind.NUMBER,
    Kind.STAR,
    Kind.NAME,
    Kind.TYPE,
    Kind.PARAMETER,
    Kind.RANGE_VARIABLE,
    Kind.VALUE,
    Kind.ENUM_MEMBER,
    Kind.FUNCTION,
    Kind.LAMBDA,
    Kind.SEGMENT,
    Kind.STRING,
    Kind.OPERATOR,
    Kind.DIRECTION,
    Kind.KEY,
)
_SAID_BY = {
    Kind.NAME: (Kind.TYPE, Kind.LAMBDA, Kind.SEGMENT, Kind.KEY, Kind.FUNCTION, Kind.PARAMETER),
    Kind.TYPE: (Kind.PARAMETER,),
    Kind.SEGMENT: (Kind.KEY,),
}
_FOUND = re.compile(r"\$?[\w.]+|.", re.DOTALL)
_TYPOGRAPHIC = "‘’‚‛“”„‟´`′″"


def phrases(expected: Expected) -> tuple[str, ...]:
    """What may come in plain words, the likeliest first and nothing twice."""
    if _after_blank_only_json(expected):
        return tuple(f"“{sign}”" for sign in expected.words)
    kinds = set(expected.kinds)
    found: list[str] = []
    if {Kind.NAME, Kind.VALUE} <= kinds:
        found.append(_OPERAND)
        kinds -= {Kind.NAME, Kind.VALUE, Kind.FUNCTION, Kind.TYPE, Kind.VARIABLE, Kind.PARAMETER}
    for kind, said in _SAID_BY.items():
        if kind in kinds:
            kinds -= set(said)
    found += [kind.value for kind in _SHOWN if kind in kinds]
    if Kind.OPTION in kinds:
        found += [word for word in expected.words if word.startswith("$")] or [Kind.OPTION.value]
    found += [f"“{sign}”" for sign in expected.signs]
    if Kind.END in kinds:
        found.append(Kind.END.value)
    return tuple(found or expected.rests)


def error_at(text: str, position: int, expected: Expected) -> ExpressionError:
    """The error of a text that is no sentence from `position` on."""
    words = phrases(expected)
    if position == len(text):
        return ExpressionError(
            f"The text ends too early: expected {_either(words)}", position, words
        )
    found = _FOUND.match(text, position)
    assert found is not None
    message = f"Expected {_either(words)}, found “{found[0]}”"
    return ExpressionError(message, position, words, _hint(text, position, expected))


def _hint(text: str, position: int, expected: Expected) -> str:
    found = text[position]
    if found in _TYPOGRAPHIC:
        return "OData's quotation mark is the straight one: '."
    if found == '"':
        return "OData writes text in single quotes: 'text'."
    if _after_blank_only_json(expected):
        return "OData's grammar has no blank before it."
    return ""


def _after_blank_only_json(expected: Expected) -> bool:
    """Whether a blank was read as one before JSON, the only thing that may begin with one."""
    return expected.kinds == {Kind.VALUE} and set(expected.words) == {"[", "{"}


def _either(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
