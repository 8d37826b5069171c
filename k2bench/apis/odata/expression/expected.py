"""What may come at a place of a text: kinds of things for completion, plain words for messages.

It reads the states of a run. It does not know a schema: a name may be a property, a type, or a
function of the service.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from k2bench.apis.odata.expression.engine.machine import Read
from k2bench.apis.odata.expression.engine.states import State
from k2bench.apis.odata.expression.engine.symbols import CLASSES
from k2bench.apis.odata.expression.tree.nodes import LiteralKind


class Kind(StrEnum):
    """A kind of thing that may come next, in plain words."""

    NAME = "a name"
    VALUE = "a value"
    FUNCTION = "a function"
    VARIABLE = "a variable such as $it"
    OPERATOR = "an operator"
    DIRECTION = "asc or desc"
    TYPE = "a type"
    ENUM_MEMBER = "an enumeration member"
    STRING = "a closing quote"
    LAMBDA = "any or all"
    SEGMENT = "a segment such as $count"
    OPTION = "an option"
    PARAMETER = "a parameter name"
    RANGE_VARIABLE = "a variable name"
    KEY = "a key"
    NUMBER = "a number"
    SEARCH = "a word to search for"
    STAR = "*"
    END = "the end"


@dataclass(frozen=True, slots=True)
class Expected:
    """What may come: `kinds`, the `words` that are possible, and `signs` such as a bracket.

    `rests` say what is incomplete where only its rest may come.
    """

    kinds: frozenset[Kind]
    words: tuple[str, ...]
    signs: tuple[str, ...]
    rests: tuple[str, ...]


OPTION_RULES = frozenset(
    f"{option}Name"
    for option in (
        *("filter", "orderby", "skip", "top", "count"),
        *("search", "compute", "select", "expand", "levels"),
    )
)
_LITERALS = frozenset(kind.value for kind in LiteralKind)
_RESTS = {
    "null": "null",
    "boolean": "true or false",
    "number": "a digit",
    "guid": "the rest of a GUID",
    "date": "the rest of a date",
    "dateTimeOffset": "the rest of a date and time",
    "timeOfDay": "the rest of a time",
    "duration": "the rest of a duration",
    "binary": "the rest of a binary value",
    "geography": "the rest of a geography value",
    "geometry": "the rest of a geometry value",
    "shape": "the rest of a shape",
    "enum": "the rest of an enumeration value",
    "hasValue": "an enumeration value in quotes",
    "jsonString": 'a closing "',
    "computeItem": "as and a name",
}
_KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(_LITERALS, Kind.VALUE),
    "hasValue": Kind.ENUM_MEMBER,
    "name": Kind.NAME,
    "at": Kind.NAME,
    "alias": Kind.NAME,
    "implicit": Kind.VARIABLE,
    "rootVariable": Kind.VARIABLE,
    **dict.fromkeys(("method0", "method1", "method2", "method3"), Kind.FUNCTION),
    **dict.fromkeys(("case", "typeFunction"), Kind.FUNCTION),
    **dict.fromkeys(("minus", "not", "parens", "list", "array", "object"), Kind.VALUE),
    **dict.fromkeys(("arithmeticOperator", "comparisonOperator"), Kind.OPERATOR),
    **dict.fromkeys(("logicOperator", "in", "has"), Kind.OPERATOR),
    "direction": Kind.DIRECTION,
    "type": Kind.TYPE,
    "typeName": Kind.TYPE,
    "argumentName": Kind.PARAMETER,
    "variable": Kind.RANGE_VARIABLE,
    **dict.fromkeys(("any", "all"), Kind.LAMBDA),
    **dict.fromkeys(("filterStep", "count", "countRef", "ref", "mediaValue"), Kind.SEGMENT),
    "keySegment": Kind.KEY,
    **dict.fromkeys(("digits", "levelCount", "levelMax"), Kind.NUMBER),
    **dict.fromkeys(("searchText", "search"), Kind.SEARCH),
    "star": Kind.STAR,
    **dict.fromkeys(OPTION_RULES, Kind.OPTION),
}

_KEYWORDS = frozenset(
    {Kind.OPERATOR, Kind.DIRECTION, Kind.FUNCTION, Kind.LAMBDA, Kind.SEGMENT, Kind.OPTION}
    | {Kind.SEARCH, Kind.NUMBER}
)
_BLANK = CLASSES["BLANK"]


def expected_in(states: Iterable[State], beginnings: Collection[int], at_end: bool) -> Expected:
    """What may come where the states of a run are `states`.

    `beginnings` are the machine states with which rules begin; `at_end`: the text may end here.
    """
    collector = _Collector(beginnings)
    if at_end:
        collector.kinds[Kind.END] = None
    for state in states:
        for member, read in state.reads:
            collector.add(member, read, after_operand=bool(state.ends))
    return Expected(
        frozenset(collector.kinds),
        tuple(collector.words),
        tuple(collector.signs),
        tuple(collector.rests),
    )


class _Collector:
    def __init__(self, beginnings: Collection[int]) -> None:
        self._beginnings = beginnings
        self.kinds: dict[Kind, None] = {}
        self.words: dict[str, None] = {}
        self.signs: dict[str, None] = {}
        self.rests: dict[str, None] = {}

    def add(self, member: int, read: Read, after_operand: bool) -> None:
        kind = _KINDS.get(read.rule)
        if read.symbols == _BLANK:
            self._blank(read, after_operand)
        elif kind and (member in self._beginnings or kind in _KEYWORDS):
            self.kinds[kind] = None
            if read.word:
                self.words[read.word] = None
        elif read.rule in ("enum", "hasValue") and read.symbols == CLASSES["LETTER"]:
            self.kinds[Kind.ENUM_MEMBER] = None
        else:
            self._inside(read)

    def _blank(self, read: Read, after_operand: bool) -> None:
        if not after_operand:
            self.rests["a space"] = None
        elif read.rule == "orderItem":
            self.kinds[Kind.DIRECTION] = None
        elif read.rule == "common":
            self.kinds[Kind.OPERATOR] = None

    def _inside(self, read: Read) -> None:
        """Notes what goes on inside a rule: a sign of its own, or the rest of a literal."""
        if read.rule == "string":
            self.kinds[Kind.STRING] = None
        elif read.rule in _RESTS:
            self.rests[_RESTS[read.rule]] = None
        elif len(read.symbols) == 1:
            self.signs["".join(read.symbols)] = None
        else:
            self.rests["a letter or a digit"] = None
