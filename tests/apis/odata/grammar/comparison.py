"""Compares k2bench's parser with an Earley recogniser over the ABNF file. For tests only."""

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from k2bench.apis.odata.expression import RuleName
from tests.apis.odata.grammar.decoded import decoded_rules
from tests.apis.odata.grammar.earley import Earley, Verdict
from tests.apis.odata.grammar.sentences import Sentences

RULES: tuple[RuleName, ...] = ("filter", "orderby", "select", "expand")
OPTION_NAMES = frozenset(
    prefix + name
    for prefix in ("", "$")
    for name in (
        *("filter", "search", "orderby", "skip", "top", "count"),
        *("select", "expand", "compute", "levels"),
    )
)


def abnf_path() -> Path | None:
    """The ABNF file, if it is at hand: K2BENCH_ODATA_ABNF or beside the project."""
    named = os.environ.get("K2BENCH_ODATA_ABNF")
    beside = Path(__file__).parents[5] / "shared/spec/odata-abnf-construction-rules.txt"
    path = Path(named) if named else beside
    return path if path.is_file() else None


@dataclass(frozen=True)
class Case:
    """A text, and where it stops being the beginning of a sentence; None: it is a sentence."""

    rule: RuleName
    text: str
    position: int | None


class Comparison:
    """Texts for one rule with the verdict of the oracle."""

    def __init__(self, path: Path, rule: RuleName, seed: int) -> None:
        rules = decoded_rules(path)
        self._rule: RuleName = rule
        self._start = f"{rule}text"
        self._oracle = Earley(rules, self._start)
        self._random = random.Random(f"{seed} {rule}")
        self._sentences = Sentences(rules, self._random)

    def cases(self, count: int, budgets: tuple[int, ...]) -> Iterator[Case]:
        """So many sentences, each followed by a mutation of it."""
        for _ in range(count):
            sentence = self._sentences.sentence(self._start, budgets)
            yield self.judged(sentence)
            other = self._sentences.sentence(self._start, budgets)
            yield self.judged(self._sentences.mutation(sentence, other))

    def judged(self, text: str) -> Case:
        """A text with the verdict of the oracle."""
        verdict = self._oracle.recognise(text)
        return Case(self._rule, text, None if verdict.accepted else position_of(verdict, text))


def position_of(verdict: Verdict, text: str) -> int:
    """The position that an error is said to have: in an unknown option its first character."""
    if verdict.reached < len(text) and verdict.inside and verdict.inside <= OPTION_NAMES:
        return max(text.rfind(sign, 0, verdict.reached) for sign in "(;") + 1
    return verdict.reached
