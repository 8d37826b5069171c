"""The long comparison of the parser with OData's ABNF: `python -m tests.apis.odata.check_grammar`.

10,000 sentences of each rule and as many near-sentences, from the ABNF file, against an Earley
recogniser over the same file; acceptance and the position of the error must agree in all. With
`abnf` installed, that package is asked about a part of them too. It takes about ten minutes.
"""

import argparse
import json
import sys
import time
from multiprocessing import Pool

from k2bench.apis.odata.expression import RuleName
from tests.apis.odata.expression.examples import parsed
from tests.apis.odata.grammar.comparison import RULES, Case, Comparison, abnf_path
from tests.apis.odata.grammar.reference import Reference
from tests.apis.odata.grammar.sample import PATH

_BUDGETS = (12, 14, 16, 20)
_REFERENCE_SHARE = 10  # one text in ten also goes to the package, which is slower


def check(rule: RuleName, count: int, seed: int) -> tuple[RuleName, int, int, int, list[Case]]:
    """Texts, sentences among them, texts asked of `abnf`, and the cases that disagree."""
    path = abnf_path()
    assert path is not None
    reference = Reference(path)
    texts = sentences = asked = 0
    wrong: list[Case] = []
    for case in Comparison(path, rule, seed).cases(count, _BUDGETS):
        texts += 1
        sentences += case.position is None
        agrees = parsed(case.rule, case.text) == case.position
        if texts % _REFERENCE_SHARE == 0 and reference.can_judge(case.text):
            asked += 1
            agrees = agrees and reference.accepts(case.rule, case.text) == (case.position is None)
        if not agrees:
            wrong.append(case)
    return rule, texts, sentences, asked, wrong


def store_sample(count: int, seed: int) -> None:
    """Writes the sample that the tests use where the ABNF file is not at hand."""
    path = abnf_path()
    assert path is not None
    lines = [
        json.dumps([case.rule, case.text, case.position], ensure_ascii=False)
        for rule in RULES
        for case in Comparison(path, rule, seed).cases(count, (10, 12, 14))
    ]
    PATH.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> int:
    """Runs the comparison, or stores a new sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="sentences of each rule")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--store-sample", action="store_true")
    options = parser.parse_args()
    if abnf_path() is None:
        print("The ABNF file is not at hand: set K2BENCH_ODATA_ABNF to its path")
        return 2
    if options.store_sample:
        store_sample(options.count, options.seed)
        return 0
    started = time.monotonic()
    with Pool(options.jobs) as pool:
        jobs = [(rule, options.count, options.seed) for rule in RULES]
        results = pool.starmap(check, jobs, chunksize=1)
    for rule, texts, sentences, asked, wrong in results:
        print(f"{rule}: {texts} texts, {sentences} sentences, {asked} also asked of abnf, ", end="")
        print(f"{len(wrong)} disagree")
        for case in wrong[:10]:
            print(f"   {case.text!r}: expected {case.position}, got {parsed(rule, case.text)}")
    print(f"{time.monotonic() - started:.0f} s")
    return 1 if any(wrong for *_, wrong in results) else 0


if __name__ == "__main__":
    sys.exit(main())
