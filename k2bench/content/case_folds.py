"""Which characters count as the same when case does not matter (Unicode case folding)."""

from functools import cache

_LAST = 0x1E944  # no character behind it has a case


@cache
def folds() -> dict[str, tuple[str, ...]]:
    """Every text that other characters fold to, and those characters: `k` has `K` and `K`.

    Built at the first use, in about 15 ms; one that folds to several characters is in it too (`ss`
    has `ß`).
    """
    found: dict[str, list[str]] = {}
    for code in range(0x41, _LAST):
        character = chr(code)
        folded = character.casefold()
        if folded != character:
            found.setdefault(folded, []).append(character)
    return {folded: tuple(characters) for folded, characters in found.items()}


def spellings(folded: str) -> dict[str, tuple[str, ...]]:
    """The parts of a folded text that other characters may stand for, and those characters."""
    table = folds()
    parts = {folded[i : i + size] for size in (1, 2, 3) for i in range(len(folded) - size + 1)}
    return {part: table[part] for part in sorted(parts) if part in table}
