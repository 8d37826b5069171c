"""Rules of an ABNF file as productions over characters, equal rules made one. For tests only."""

from collections import defaultdict

from tests.apis.odata.grammar.abnf_file import Alt, Chars, Literal, Name, Node, Seq, Times

Production = tuple[object, ...]  # of rule names (str) and terminals (frozenset)


class Productions:
    """The productions of a start rule and of all that it uses.

    `literals` are the rules that stand for a quoted text of more than one character. Rules with
    equal bodies are merged: this changes no language, and makes OData's twenty kinds of names one.
    """

    def __init__(self, rules: dict[str, Node], start: str) -> None:
        self.by_name: dict[str, list[Production]] = {}
        self.literals: dict[str, str] = {}
        self._rules = rules
        self._serial = 0
        self._literal_names: dict[tuple[str, bool], str] = {}
        self._add_rule(start)
        self.start = self._merge(start)

    def _add_rule(self, name: str) -> str:
        if name not in self.by_name:
            self.by_name[name] = []
            self.by_name[name] = self._alternatives(self._rules[name])
        return name

    def _alternatives(self, node: Node) -> list[Production]:
        if isinstance(node, Alt):
            return [production for item in node.items for production in self._alternatives(item)]
        return [self._sequence(node)]

    def _sequence(self, node: Node) -> Production:
        if isinstance(node, Seq):
            return tuple(symbol for item in node.items for symbol in self._sequence(item))
        return (self._symbol(node),)

    def _symbol(self, node: Node) -> object:
        match node:
            case Name(name):
                return self._add_rule(name)
            case Chars(chars, beyond):
                return chars | ({f"<{beyond}>"} if beyond else set())
            case Literal(text, exact):
                return self._literal(text, exact)
            case Times(item, least, most):
                return self._times(item, least, most)
            case _:
                return self._new(self._alternatives(node))

    def _new(self, productions: list[Production]) -> str:
        self._serial += 1
        name = f"#{self._serial}"
        self.by_name[name] = productions
        return name

    def _literal(self, text: str, exact: bool) -> object:
        chars = [frozenset(c if exact else c.lower() + c.upper()) for c in text]
        if len(chars) == 1:
            return chars[0]
        known = self._literal_names.get((text, exact))
        if known is None:
            known = self._literal_names[text, exact] = self._new([tuple(chars)])
            self.literals[known] = text
        return known

    def _times(self, item: Node, least: int, most: int | None) -> object:
        symbol = self._symbol(item)
        if most is None:
            tail = self._new([])
            self.by_name[tail] = [(), (symbol, tail)]
            return self._new([(symbol,) * least + (tail,)])
        rest: Production = ()
        for _ in range(most - least):
            rest = (self._new([(), (symbol, *rest)]),)
        return self._new([(symbol,) * least + rest])

    def _merge(self, start: str) -> str:
        """Merges again and again until no two rules are equal and none only names another."""
        while same := self._same():
            start = self._replace(same, start)
        return start

    def _same(self) -> dict[str, str]:
        bodies: dict[frozenset[Production], str] = {}
        same: dict[str, str] = {}
        for name, productions in self.by_name.items():
            body = frozenset(production for production in productions if production != (name,))
            only = next(iter(body)) if len(body) == 1 else ()
            if len(only) == 1 and isinstance(only[0], str) and only[0] != name:
                same[name] = only[0]
                continue
            other = bodies.setdefault(body, name)
            if other != name and name not in self.literals:
                same[name] = other
        return same

    def _replace(self, same: dict[str, str], start: str) -> str:
        def root(symbol: object) -> object:
            seen = set()
            while isinstance(symbol, str) and symbol in same and symbol not in seen:
                seen.add(symbol)
                symbol = same[symbol]
            return symbol

        merged: dict[str, dict[Production, None]] = defaultdict(dict)
        for name, productions in self.by_name.items():
            if root(name) == name:
                for production in productions:
                    merged[name][tuple(map(root, production))] = None
        self.by_name = {name: list(body) for name, body in merged.items()}
        return str(root(start))
