"""What may be typed at a place of a text, for an editor's completion list."""

import re
from dataclasses import dataclass

from k2bench.apis.odata.expression.automaton import expected_after
from k2bench.apis.odata.expression.engine.symbols import symbols
from k2bench.apis.odata.expression.expected import Kind
from k2bench.apis.odata.expression.parser import RuleName

_WORD = re.compile(r"[$@]?[\w.]*\Z")
_PATH = re.compile(r"(?:[\w.@#$]+/)*\Z")


@dataclass(frozen=True, slots=True)
class Completion:
    """What may be typed from `start` on, where the word under the cursor begins.

    `kinds` are what the caller knows names for (properties, functions, enumeration members),
    `words` the keywords of OData itself. `path` is what the word continues, such as `Supplier/`.
    """

    start: int
    kinds: frozenset[Kind] = frozenset()
    words: tuple[str, ...] = ()
    path: str = ""


def complete(rule: RuleName, text: str, position: int) -> Completion:
    """What may be typed at `position`; nothing if the text before it is wrong already."""
    before = text[:position]
    typed = _WORD.search(before)
    assert typed is not None
    start = typed.start()
    expected = expected_after(rule, symbols(before[:start]))
    if expected is None:
        return Completion(start)
    words = dict.fromkeys(w.rstrip("('") for w in expected.words if w.upper() != w.lower())
    path = _PATH.search(before, 0, start)
    assert path is not None
    shown = tuple(word for word in words if f"${word}" not in words)
    return Completion(start, expected.kinds - {Kind.END}, shown, path[0])
