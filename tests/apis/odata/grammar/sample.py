"""Sentences and near-sentences of OData's ABNF with their verdicts, for where it is not at hand.

Written by `python -m tests.apis.odata.check_grammar --store-sample`.
"""

import json
from pathlib import Path

from tests.apis.odata.grammar.comparison import Case

PATH = Path(__file__).with_name("sample.jsonl")


def sample() -> list[Case]:
    """The stored cases."""
    return [Case(*json.loads(line)) for line in PATH.read_text("utf-8").splitlines()]
