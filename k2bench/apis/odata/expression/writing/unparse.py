"""Writes a syntax tree as text: one blank around operators and no other, brackets where needed.

Literals, names and search expressions stay as they are. Parsing the text gives an equal tree.
"""

from k2bench.apis.odata.expression.building.whole import Tree
from k2bench.apis.odata.expression.tree.options import Expand, OrderBy, Select
from k2bench.apis.odata.expression.writing.expressions import EXPRESSION_WRITERS
from k2bench.apis.odata.expression.writing.options import OPTION_WRITERS
from k2bench.apis.odata.expression.writing.paths import PATH_WRITERS
from k2bench.apis.odata.expression.writing.pieces import Writers, write

_WRITERS: Writers = {**EXPRESSION_WRITERS, **PATH_WRITERS, **OPTION_WRITERS}


def unparse(tree: Tree) -> str:
    """The value of the query option that a tree stands for, as `parse` takes it."""
    if isinstance(tree, OrderBy | Select | Expand):
        return ",".join(write(item, _WRITERS) for item in tree.items)
    return write(tree, _WRITERS)
