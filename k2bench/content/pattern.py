"""What someone looks for, as a pattern that cannot hold anything up.

A match never goes over a line end. Everything runs in the `regex` package, without the interpreter
lock and for a limited time. It does not know where the text comes from.
"""

import re
import time
from itertools import takewhile
from typing import Any

from k2bench.content.wanted import Wanted
from k2bench.core.problem import Problem, ProblemKind, WorkbenchError

TIMEOUT = 1.0  # seconds for one piece of text; 64 KB usually take a few milliseconds
LONGEST = 10_000  # characters of a pattern
TOO_SLOW = "This pattern takes too long"
# what may find something else in lines joined than in each line alone
_SEES_LINE_ENDS = re.compile(r"\(\?(?!:|P[<=]|<[^\W\d]|[aimsux-]+[:)])|[*+?}]\+|\\[AZzGKRX]")

Span = tuple[int, int]
"""Where a match starts, and the place behind its end."""


class Pattern:
    """Finds what is wanted in pieces of a text.

    Attributes:
        by_line: each line has to be looked at alone, which takes ten times as long.

    Raises:
        WorkbenchError: it is no pattern, and at which position.
    """

    def __init__(self, wanted: Wanted) -> None:
        self._regular = wanted.regular
        self.by_line = wanted.regular and bool(_SEES_LINE_ENDS.search(wanted.text))
        self._found = _compiled(wanted)

    def spans(self, text: str, first: int = 0, last: int | None = None) -> list[Span]:
        """The matches that start from `first` on and before `last`, in order, apart, not empty.

        Raises:
            WorkbenchError: the pattern takes too long.
        """
        last = len(text) if last is None else last
        if self.by_line or (self._regular and "\r\n" in text):
            return self._line_by_line(text, first, last)
        spans: list[Span] = []
        for start, end in self._matches(text, first, last, TIMEOUT):
            if self._regular and text.find("\n", start, end) >= 0:
                return spans + self._line_by_line(text, start, last)
            spans.append((start, end))
        return spans

    def _line_by_line(self, text: str, first: int, last: int) -> list[Span]:
        deadline = time.monotonic() + TIMEOUT
        spans: list[Span] = []
        begin = text.rfind("\n", 0, first) + 1
        while begin < last:
            end = text.find("\n", begin)
            end = len(text) if end < 0 else end
            line = text[begin:end].removesuffix("\r")
            left = deadline - time.monotonic()
            found = self._matches(line, max(0, first - begin), last - begin, left)
            spans += [(begin + start, begin + stop) for start, stop in found]
            begin = end + 1
        return spans

    def _matches(self, text: str, first: int, last: int, seconds: float) -> list[Span]:
        try:
            if seconds <= 0:
                raise TimeoutError
            if self._regular:
                found = self._found.finditer(text, first, timeout=seconds, concurrent=True)
            else:  # plain text takes no time that matters, and to let go of the lock takes more
                found = self._found.finditer(text, first)
            spans = (match.span() for match in found)
            return [span for span in takewhile(lambda s: s[0] < last, spans) if span[0] < span[1]]
        except TimeoutError as error:
            hint = "Make it simpler: avoid repeats within repeats, such as (a+)+."
            raise WorkbenchError(Problem(ProblemKind.INPUT, TOO_SLOW, hint)) from error


def _compiled(wanted: Wanted) -> Any:
    import regex  # type: ignore[import-untyped,unused-ignore]  # 13 ms, here: on the work lane

    source = wanted.text if wanted.regular else regex.escape(wanted.text, special_only=True)
    flags = regex.MULTILINE | (0 if wanted.match_case else regex.IGNORECASE | regex.FULLCASE)
    if len(source) > LONGEST:
        raise WorkbenchError(Problem(ProblemKind.INPUT, "This pattern is too long"))
    try:
        made = regex.compile(source, flags)  # alone first: positions are those of what was typed
        if wanted.whole_word:
            made = regex.compile(rf"(?:\b|(?=\W))(?:{source})(?:\b|(?<=\W))", flags)
    except (regex.error, RecursionError, OverflowError, ValueError) as error:
        words = str(error) or "too complicated"
        raise WorkbenchError(Problem(ProblemKind.INPUT, words[:1].upper() + words[1:])) from error
    return made
