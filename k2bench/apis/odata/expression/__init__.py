"""OData 4.01 expressions: the values of `$filter`, `$orderby`, `$select` and `$expand`.

    tree = parse("filter", "Name eq 'Milk' and not endswith(Name,'ilk')")
    unparse(tree)       the same in one canonical form
    complete(...)       what may be typed at a place

`parse` takes what the 4.01 grammar takes and nothing else; `ExpressionError.position` is where the
text stops being the beginning of any sentence. The tree's nodes are in `tree/`: expressions
(`nodes.py`), steps of paths (`steps.py`), items and nested options (`options.py`). It knows no
schema and no percent-encoding: text comes decoded, and a name may name anything.
"""

from k2bench.apis.odata.expression.building.whole import Tree
from k2bench.apis.odata.expression.completion import Completion, complete
from k2bench.apis.odata.expression.errors import ExpressionError
from k2bench.apis.odata.expression.expected import Kind
from k2bench.apis.odata.expression.parser import RuleName, parse
from k2bench.apis.odata.expression.tree.walk import walk
from k2bench.apis.odata.expression.writing.unparse import unparse

__all__ = [
    "Completion",
    "ExpressionError",
    "Kind",
    "RuleName",
    "Tree",
    "complete",
    "parse",
    "unparse",
    "walk",
]
