"""The package `abnf` as a second opinion on the Earley recogniser. For tests only.

It reads the ABNF file as it is, for encoded text, so it is only asked about texts that are the same
encoded and decoded. It says whether a text is a sentence, not how far it could have been one.
"""

import re
from pathlib import Path

from abnf import ParseError, Rule

_CORE = frozenset({"ALPHA", "DIGIT", "HEXDIG", "DQUOTE", "SP", "HTAB", "VCHAR"})
_SAME_ENCODED = re.compile(r"[\w\t '(),/:;=@$*+.~!-]*", re.ASCII)
_BLANK_IN_QUOTES = re.compile(r"'[^']*[\t /][^']*'")


class Reference:
    """The rules of an ABNF file, run by the package."""

    def __init__(self, path: Path) -> None:
        self._rules: type[Rule] = type("ODataRules", (Rule,), {})
        self._rules.load_grammar("".join(f"{rule}\r\n" for rule in _definitions(path)))

    @staticmethod
    def can_judge(text: str) -> bool:
        """Whether a text is the same encoded and decoded."""
        return bool(_SAME_ENCODED.fullmatch(text)) and not _BLANK_IN_QUOTES.search(text)

    def accepts(self, rule: str, text: str) -> bool:
        """Whether the value of a query option is a sentence."""
        try:
            self._rules(rule).parse_all(f"${rule}={text}")
        except ParseError:
            return False
        return True


def _definitions(path: Path) -> list[str]:
    """The rules as the package wants them: no comments, and none that every grammar has."""
    found: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        plain = re.sub(r"\s+;[^\"]*$", "", line)
        if re.match(r"[A-Za-z]", plain):
            found.append(plain)
        elif found and re.match(r"[ \t]+[^ \t;]", plain):
            found[-1] += f"\r\n{plain}"
    return [rule for rule in found if re.split(r"\s*=", rule)[0] not in _CORE]
