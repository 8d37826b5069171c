"""A `$apply` as parts: perhaps a filter, then the names to group by and what is computed of them.

    filter(Price gt 5)/groupby((Category,Supplier/Name),aggregate(Price with sum as Total))

Every other form stays text. Parts that are not changed keep theirs. Source: OData Extension for
Data Aggregation 4.0, sections 3.1 to 3.10.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, zip_longest

from k2bench.apis.odata.querying.listing import Listing, closing, read_listing

COUNT = "$count"
_NAME = r"[^\W\d]\w*"
_PATH = rf"{_NAME}(?:[./]{_NAME})*"
_GROUP = re.compile(_PATH)
_AGGREGATE = re.compile(
    rf"(?P<path>{_PATH})\s+with\s+(?P<method>\w+)\s+as\s+(?P<alias>{_NAME})"
    rf"|(?P<count>(?:{_PATH}/)?\$count)\s+as\s+(?P<name>{_NAME})"
)
_CALL = re.compile(r"\s*(filter|groupby|aggregate)\s*\(")


class Method(StrEnum):
    """How the values of a group become one."""

    SUM = "sum"
    MIN = "min"
    MAX = "max"
    AVERAGE = "average"
    COUNTDISTINCT = "countdistinct"


_METHODS = {each.value: each for each in Method}


@dataclass(frozen=True, slots=True)
class Aggregate:
    """What is computed of each group.

    Attributes:
        path: of a property; `$count` for the number of rows.
        method: None for `$count`.
        alias: what the result is called.
    """

    path: str
    method: Method | None
    alias: str

    @property
    def text(self) -> str:
        """The usual way to write it."""
        method = f" with {self.method}" if self.method else ""
        return f"{self.path}{method} as {self.alias}"


@dataclass(frozen=True, slots=True)
class ApplyParts:
    """The parts of a `$apply`. Each change gives new parts.

    Attributes:
        filter: the condition; None: none.
        groups: names to group by; None: all rows are one group.
        aggregates: what is computed, as text; see `computed`.
        frame: what stands around those that are there.
    """

    filter: str | None = None
    groups: Listing | None = None
    aggregates: Listing | None = None
    frame: tuple[str, ...] = ("",)

    @property
    def text(self) -> str:
        """The value of the option; empty: the option may go."""
        listings = (each.text for each in (self.groups, self.aggregates) if each is not None)
        parts = [*([] if self.filter is None else [self.filter]), *listings]
        return "".join(chain.from_iterable(zip_longest(self.frame, parts, fillvalue="")))

    @property
    def computed(self) -> tuple[Aggregate, ...]:
        """What is computed of each group."""
        items = self.aggregates.items if self.aggregates is not None else ()
        return tuple(found for each in items if (found := _aggregate(each)) is not None)

    def with_filter(self, text: str | None) -> "ApplyParts":
        """With another condition on the rows; None or a blank one takes it away."""
        text = text if text and text.strip() else None
        return self._framed(replace(self, filter=text))

    def grouped_by(self, name: str) -> "ApplyParts":
        """With a name more to group by, if it is not there yet."""
        groups = self.groups or Listing()
        if name in groups.items:
            return self
        return self._framed(replace(self, groups=groups.added(name)))

    def not_grouped_by(self, name: str) -> "ApplyParts":
        """Without a name to group by."""
        if self.groups is None or name not in self.groups.items:
            return self
        groups = self.groups.removed(self.groups.items.index(name))
        return self._framed(replace(self, groups=groups if groups.items else None))

    def added(self, aggregate: Aggregate) -> "ApplyParts":
        """With something more that is computed."""
        aggregates = (self.aggregates or Listing()).added(aggregate.text)
        return self._framed(replace(self, aggregates=aggregates))

    def put(self, at: int, aggregate: Aggregate) -> "ApplyParts":
        """With something else computed at a place."""
        assert self.aggregates is not None
        if self.computed[at] == aggregate:
            return self
        return replace(self, aggregates=self.aggregates.put(at, aggregate.text))

    def removed(self, at: int) -> "ApplyParts":
        """Without something that was computed."""
        assert self.aggregates is not None
        aggregates = self.aggregates.removed(at)
        return self._framed(replace(self, aggregates=aggregates if aggregates.items else None))

    def _framed(self, new: "ApplyParts") -> "ApplyParts":
        """`new` in the frame of `self`, or in a usual one when other parts are there."""
        return new if _there(new) == _there(self) else replace(new, frame=_frame(*_there(new)))


def read(text: str) -> ApplyParts | None:
    """The parts of a `$apply`; None when it has another form. Blanks are no parts."""
    if not text.strip():
        return ApplyParts(frame=(text,))
    return _Reading(text).whole()


def _there(parts: ApplyParts) -> tuple[bool, bool, bool]:
    return parts.filter is not None, parts.groups is not None, parts.aggregates is not None


def _frame(filtered: bool, grouped: bool, aggregated: bool) -> tuple[str, ...]:
    pieces = [""]
    if filtered:
        pieces = ["filter(", ")/" if grouped or aggregated else ")"]
    if grouped:
        pieces = [*pieces[:-1], pieces[-1] + "groupby((", ")" if aggregated else "))"]
    if aggregated:
        opening = ",aggregate(" if grouped else "aggregate("
        pieces = [*pieces[:-1], pieces[-1] + opening, "))" if grouped else ")"]
    return tuple(pieces)


def _aggregate(text: str) -> Aggregate | None:
    found = _AGGREGATE.fullmatch(text)
    if found is None:
        return None
    if found["count"]:
        return Aggregate(found["count"], None, found["name"])
    method = _METHODS.get(found["method"].lower())
    return Aggregate(found["path"], method, found["alias"]) if method is not None else None


class _Reading:
    """Goes through a text once and notes where its parts begin and end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places: dict[str, tuple[int, int]] = {}

    def whole(self) -> ApplyParts | None:
        if not self._steps() or self.text[self.at :].strip():
            return None
        places = [*self.places.values()]
        starts, ends = [start for start, _ in places], [end for _, end in places]
        frame = tuple(
            self.text[end:start]
            for end, start in zip([0, *ends], [*starts, len(self.text)], strict=True)
        )
        groups, aggregates = self._list("groups"), self._list("aggregates")
        if groups is None or not all(map(_GROUP.fullmatch, groups.items)):
            return None
        if aggregates is None or not all(map(_aggregate, aggregates.items)):
            return None
        return ApplyParts(
            self._text("filter"),
            groups if "groups" in self.places else None,
            aggregates if "aggregates" in self.places else None,
            frame,
        )

    def _steps(self) -> bool:
        """Whether the text has the form, up to `at`."""
        name = self._name()
        if name == "filter":
            end = closing(self.text, self.at)
            if end is None or not self._take("filter", self.at + 1, end):
                return False
            if not self.text[self.at :].strip():
                return True
            if not self._skip("/"):
                return False
            name = self._name()
        return self._computes(name)

    def _computes(self, name: str) -> bool:
        if name == "aggregate":
            return self._bracket("aggregates")
        if name != "groupby":
            return False
        self.at += 1
        if not self._at("(") or not self._bracket("groups"):
            return False
        if self._skip(",") and not (self._name() == "aggregate" and self._bracket("aggregates")):
            return False
        return self._skip(")")

    def _name(self) -> str:
        found = _CALL.match(self.text, self.at)
        if found is None:
            return ""
        self.at = found.end() - 1
        return found[1]

    def _bracket(self, part: str) -> bool:
        end = closing(self.text, self.at)
        return end is not None and self._take(part, self.at + 1, end)

    def _take(self, part: str, start: int, end: int) -> bool:
        self.places[part] = (start, end)
        self.at = end + 1
        return bool(self.text[start:end].strip())

    def _at(self, sign: str) -> bool:
        """Whether a sign comes, perhaps behind blanks, which are passed."""
        rest = self.text[self.at :]
        self.at += len(rest) - len(rest.lstrip())
        return self.text.startswith(sign, self.at)

    def _skip(self, sign: str) -> bool:
        found = self._at(sign)
        self.at += found
        return found

    def _text(self, part: str) -> str | None:
        return self.text[slice(*self.places[part])] if part in self.places else None

    def _list(self, part: str) -> Listing | None:
        return read_listing(self._text(part) or "")
