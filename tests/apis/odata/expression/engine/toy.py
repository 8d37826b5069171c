"""A small grammar for the tests of the engine."""

from k2bench.apis.odata.expression.engine.machine import Machine
from k2bench.apis.odata.expression.engine.notation import read_rules
from k2bench.apis.odata.expression.engine.states import States

TOY = """
sum    ::= term [ plus >sum ]          ; a comment
plus    := "+" / %s"plus"
term     = number / group / odd
number  := 1*DIGIT
group   := "(" sum ")"
odd     := *2"x" "y"
"""


def toy(*without: str) -> States:
    """The automaton of the small grammar."""
    return States(Machine(read_rules(TOY), without))
