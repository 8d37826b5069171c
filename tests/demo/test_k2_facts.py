"""Every verified fact about behaviour on the wire has a test of its name, here or beside.

The facts are those of resources/k2-facts.md; this is the list to hold against that document. What
each part of the tenant does in detail is tested beside it.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.demo import test_k2_facts_apis, test_k2_facts_login

FACTS = Path(__file__).parents[2] / "resources" / "k2-facts.md"


def test_each_named_fact_has_its_test_and_the_other_way_round() -> None:
    named = re.findall(r"^- \[V\] \*\*([a-z0-9-]+)\*\*", FACTS.read_text("utf-8"), re.MULTILINE)
    tested = [
        name.removeprefix("test_").replace("_", "-")
        for name in (*vars(test_k2_facts_login), *vars(test_k2_facts_apis))
        if name.startswith("test_")
    ]
    assert len(named) > 40
    assert sorted(named) == sorted(tested)


def test_every_fact_is_marked() -> None:
    facts = FACTS.read_text("utf-8").split("## The secret")[1].split("## What goes wrong")[0]
    for line in facts.splitlines():
        assert not line.startswith("- ") or line[2:5] in ("[V]", "[L]", "[S]", "[U]")
