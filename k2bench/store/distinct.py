"""Environments of a file that somebody edited: no two keep one name or one id."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from k2bench.core.environment import Environment
from k2bench.core.problem import Problem, ProblemKind
from k2bench.store.files import OnUnreadable

UNNAMED = "Unnamed"


def distinct(found: Sequence[Environment], report: OnUnreadable) -> tuple[Environment, ...]:
    """`found`; a blank name, and the later of two equal names or ids, becomes another one.

    Upper and lower case count as the same. New names are reported; the file gets them with its
    next change.
    """
    names = [each.name if each.name.strip() else UNNAMED for each in found]
    new_names = tuple(_different(names, "{} ({})", _folded))
    ids = _different([each.id for each in found], "{}-{}", str)
    told = [
        (f"“{each.name.strip()}”" if each.name.strip() else "A blank name") + f" is now “{name}”"
        for each, name in zip(found, new_names, strict=True)
        if name != each.name
    ]
    if told:
        report(_renamed(told))
    return tuple(
        replace(each, name=name, id=new_id)
        for each, name, new_id in zip(found, new_names, ids, strict=True)
    )


def _different(texts: Sequence[str], form: str, key: Callable[[str], str]) -> Iterator[str]:
    """`texts`; one that came before, or will be needed by another, gets a number by `form`."""
    taken = {key(each) for each in texts}
    seen: set[str] = set()
    for text in texts:
        if key(text) in seen:
            numbered = (form.format(text.strip(), number) for number in count(2))
            text = next(each for each in numbered if key(each) not in taken)
            taken.add(key(text))
        seen.add(key(text))
        yield text


def _folded(name: str) -> str:
    return name.strip().casefold()


def _renamed(told: list[str]) -> Problem:
    return Problem(
        ProblemKind.STORAGE,
        "Environments without a name of their own were renamed",
        f"{'; '.join(told)}. Give them other names in Manage Environments.",
    )
