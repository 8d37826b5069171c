"""What the OData ABNF says about percent-decoded text. For tests only.

A quoted "%2C" is a comma. The rules that let any other character through in encoded form are
replaced: inside quotes by any character, outside by every visible one beyond ASCII. The comments
of the ABNF about names in Unicode and about search words are carried out. A query option loses
its name: the rules filterText, orderbyText, selectText and expandText are added.
"""

import re
import string
from pathlib import Path

from tests.apis.odata.grammar.abnf_file import (
    Alt,
    Chars,
    Literal,
    Name,
    Node,
    Seq,
    Times,
    read_abnf,
)

RULES = ("filter", "orderby", "select", "expand")
ASCII = frozenset(map(chr, range(128)))
ALNUM = frozenset(string.ascii_letters + string.digits)
WHITE = frozenset("\t\n\v\f\r ")


def decoded_rules(path: Path) -> dict[str, Node]:
    """The rules of the ABNF file at `path` for decoded text."""
    rules = {name: _decode(node) for name, node in read_abnf(path.read_text("utf-8")).items()}
    rules |= {
        "identifierleadingcharacter": Chars(frozenset(string.ascii_letters + "_"), "letter"),
        "identifiercharacter": Chars(ALNUM | {"_"}, "word"),
        "pct-encoded-no-squote": Chars(ASCII - {"'"}, "any"),
        "pct-encoded-unescaped": Chars(ASCII - set('"\\'), "any"),
        "pct-encoded-no-dquote": Chars(ASCII - {'"'}, "any"),
        "qchar-no-amp-squote": Chars(ASCII - {"'"}, "any"),
        "searchchar": Chars(ASCII - WHITE - set("\"'();"), "visible"),
        "pct-encoded": Chars(frozenset(), "visible"),
    }
    for rule in RULES:
        body = rules[rule]
        assert isinstance(body, Seq)
        assert body.items[1] == Name("eq")
        rules[rule + "text"] = Seq(body.items[2:])
    return rules


def _decode(node: Node) -> Node:
    match node:
        case Literal(text, exact):
            plain = re.sub(r"%([0-9A-Fa-f]{2})", lambda code: chr(int(code[1], 16)), text)
            return Literal(plain, exact)
        case Seq(items):
            return Seq(tuple(map(_decode, items)))
        case Alt(items):
            return Alt(tuple(map(_decode, items)))
        case Times(item, least, most):
            return Times(_decode(item), least, most)
        case _:
            return node
