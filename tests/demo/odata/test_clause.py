from __future__ import annotations

from k2bench.demo.odata.clause import Clause


def test_parts_keep_the_order_of_their_values() -> None:
    one, two = Clause("a = ?", (1,)), Clause.value("x")
    joined = Clause.compose("({}) OR f({}, {})", one, two, one)
    assert joined == Clause("(a = ?) OR f(?, a = ?)", (1, "x", 1))
    assert Clause.call("f") == Clause("f()")
