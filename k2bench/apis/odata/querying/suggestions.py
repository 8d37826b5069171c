"""What may be typed at a place of a query option, by the grammar and the metadata, best first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.expression.completion import Completion, complete
from k2bench.apis.odata.expression.expected import Kind
from k2bench.apis.odata.expression.functions import ARITIES
from k2bench.apis.odata.expression.parser import RuleName
from k2bench.apis.odata.expression.tree.nodes import Operator
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.querying.condition import SUBSTRINGOF
from k2bench.apis.odata.querying.masking import masked
from k2bench.apis.odata.querying.scope import OPTIONS, Scope, is_collection, scope_at, type_at
from k2bench.content.fuzzy import spans

MOST = 200
_LOOKED_AT = 1000  # characters before the cursor where the compared property is sought
_LEFT = re.compile(
    r"([\w./$@]+)\s+(?:eq|ne|gt|ge|lt|le|has|in)\s+(?:\((?:[^()]*,)?\s*)?\Z", re.IGNORECASE
)
_IN_ENUM = re.compile(r"([\w.]+)'(?:[^']*,)?\Z")
_OPERATORS = frozenset(each.value for each in Operator)
_CALLS = frozenset([*ARITIES, "case", "cast", "isof"])
_OF_COLLECTIONS = frozenset(["any", "all", "$count", "$filter"])
_PREFIXES = frozenset(["duration", "binary", "geography", "geometry"])
_VALUES = ("null", "true", "false")
_ONLY_V4 = frozenset(
    [
        *("contains", "matchesPattern", "hassubset", "hassubsequence", "case", "date", "time"),
        *("fractionalseconds", "maxdatetime", "mindatetime", "now", "totaloffsetminutes"),
        *("totalseconds", "in", "has", "divby", "duration", "$this", "$count", "$filter"),
    ]
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text for what stands from `start` to the cursor, and a word on what it is."""

    text: str
    start: int
    detail: str = ""


def suggestions(
    rule: RuleName, text: str, position: int, index: Index | None, type_name: str
) -> tuple[Suggestion, ...]:
    """What may be typed at `position`; nothing inside texts, or behind what is wrong already.

    Args:
        text: the value of the option, decoded; `{{variables}}` may be in it.
        position: of the cursor in it.
        index: None without metadata: then only the words of OData itself.
        type_name: the qualified type of the rows of the request; empty: not known.
    """
    dialect = Dialect.V4 if index is None else index.metadata.dialect
    mask = masked(text, dialect)
    found = complete(rule, mask, position)
    offers = list(_words(found, rule, dialect))
    if index is not None:
        place = _Place(found, scope_at(rule, mask[: found.start], index, type_name), index)
        before = mask[max(found.start - _LOOKED_AT, 0) : found.start]
        offers = [*place.offers(before), *filter(place.fits, offers)]
    typed = text[found.start : position]
    ranked = sorted(
        (rank, at) for at, offer in enumerate(offers) if (rank := _rank(typed, offer)) is not None
    )
    best = dict.fromkeys(offers[at] for _, at in ranked)
    return tuple(Suggestion(each.text, found.start, each.detail) for each in best)[:MOST]


@dataclass(frozen=True, slots=True)
class _Offer:
    """A text; those of a lower group come first where nothing is typed."""

    text: str
    detail: str
    group: int


def _rank(typed: str, offer: _Offer) -> tuple[int, ...] | None:
    """The smaller, the better; None: what is typed is not in it."""
    where = spans(typed, offer.text)
    if where is None:
        return None
    if not where:
        return (offer.group,)
    begins = offer.text.lower().startswith(typed.lower())
    return (not begins, len(where), where[0][0], offer.group)


def _words(found: Completion, rule: str, dialect: Dialect) -> Iterator[_Offer]:
    """The words of OData itself."""
    for word in found.words:
        if dialect is Dialect.V4 or word not in _ONLY_V4:
            yield _word(word, found)
    if dialect is Dialect.V3 and Kind.FUNCTION in found.kinds and "contains" in found.words:
        yield _Offer(SUBSTRINGOF, "function", 5)
    if Kind.STAR in found.kinds and rule in ("select", "expand"):
        yield _Offer("*", "all", 4)


def _word(word: str, found: Completion) -> _Offer:
    after_name = Kind.NAME not in found.kinds
    if word in _OPERATORS:
        return _Offer(word, "operator", 1 if after_name else 8)
    if Kind.OPTION in found.kinds and word.startswith("$"):
        return _Offer(f"{word}=", "option", 1)
    if word in _CALLS and Kind.FUNCTION in found.kinds:
        return _Offer(f"{word}(", "function", 5)
    if word in ("any", "all"):
        return _Offer(f"{word}(", "of the rows", 1)
    if word in _PREFIXES:
        return _Offer(f"{word}'", "value", 7)
    if word in ("asc", "desc"):
        return _Offer(word, "direction", 0)
    return _Offer(word, "", 4 if word in _VALUES or word == "not" else 6)


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a text, with what the metadata says of it."""

    found: Completion
    scope: Scope
    index: Index

    @property
    def path(self) -> str:
        return self.found.path.rstrip("/")

    @property
    def compares(self) -> bool:
        return self.scope.rule not in ("select", "expand")

    def fits(self, word: _Offer) -> bool:
        """Whether a word of OData fits the type of what stands before it."""
        if self.path and self.compares and word.text.rstrip("(") in _OF_COLLECTIONS:
            return is_collection(self.scope, self.index, self.path)
        return True

    def offers(self, before: str) -> Iterator[_Offer]:
        kinds = self.found.kinds
        if kinds & {Kind.VALUE, Kind.ENUM_MEMBER}:
            yield from self._values(before)
        if Kind.NAME in kinds and self.scope.rule != OPTIONS:
            if not self.path and self.compares:
                for name, type_name in self.scope.variables.items():
                    yield _Offer(name, type_name, 1)
            yield from self._names()

    def _values(self, before: str) -> Iterable[_Offer]:
        """Values of the property that is compared; members of the enumeration that is begun."""
        inside = _IN_ENUM.search(before) if Kind.ENUM_MEMBER in self.found.kinds else None
        if inside is not None:
            return self._members(inside[1], "{member}")
        left = _LEFT.search(before)
        type_name = type_at(self.scope, self.index, left[1]) if left is not None else ""
        if type_name == "Edm.Boolean":
            return (_Offer("true", "", 0), _Offer("false", "", 0))
        return self._members(type_name, type_name + "'{member}'")

    def _members(self, type_name: str, form: str) -> Iterator[_Offer]:
        enum = self.index.enum(type_name)
        for each in enum.members if enum is not None else ():
            yield _Offer(form.format(member=each.name), type_name, 0)

    def _names(self) -> Iterator[_Offer]:
        if self.path and self.compares and is_collection(self.scope, self.index, self.path):
            return
        type_name = type_at(self.scope, self.index, self.path)
        for prop in self.index.properties(type_name):
            if self.scope.rule != "expand":
                yield _Offer(prop.name, str(prop.type), 2)
            elif self.index.structured(prop.type.name) is not None:
                yield _Offer(prop.name, str(prop.type), 4)  # on the way to what is expanded
        for way in self.index.navigation(type_name):
            yield _Offer(way.name, str(way.type), 3)
        for name in self.index.derived(type_name):
            yield _Offer(name, "type", 9)
