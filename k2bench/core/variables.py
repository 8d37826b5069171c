"""`{{name}}` in a template. It does not know where values come from."""

import re
from collections.abc import Mapping

from k2bench.core.problem import input_error

PLACEHOLDER = re.compile(r"\{\{([^{}]++)\}\}")  # possessive: an unclosed one costs one look
DEEPEST = 10  # a variable may name others; a circle ends here
LARGEST = 64 * 1024 * 1024  # characters of an expanded text


def names_in(template: str) -> tuple[str, ...]:
    """The names that `template` asks for, in order, each once."""
    found = (name.strip() for name in PLACEHOLDER.findall(template))
    return tuple(dict.fromkeys(name for name in found if name))


def expand(template: str, values: Mapping[str, str]) -> str:
    """`template` with each `{{name}}` replaced; a value may hold placeholders itself.

    Raises:
        WorkbenchError: a name is unknown, variables refer to each other in a circle, or what
            they stand for grows without end.
    """
    text = template
    for _ in range(DEEPEST):
        names = names_in(text)
        if not names:
            return text
        _check_size(text, values)
        text = PLACEHOLDER.sub(lambda found: _value(found, values), text)
    if not names_in(text):
        return text
    raise input_error(
        "Variables refer to each other in a circle",
        "Look at " + ", ".join(f"{{{{{name}}}}}" for name in names_in(text)) + ".",
    )


def _check_size(text: str, values: Mapping[str, str]) -> None:
    size = len(text)
    for found in PLACEHOLDER.finditer(text):
        size += len(values.get(found.group(1).strip(), ""))
        if size > LARGEST:
            raise input_error(
                "The variables stand for too much",
                f"Expanded, the text would be over {LARGEST >> 20} million characters long.",
            )


def _value(found: re.Match[str], values: Mapping[str, str]) -> str:
    name = found.group(1).strip()
    if not name:
        return found.group()
    if name not in values:
        known = ", ".join(sorted(values)) or "none"
        raise input_error(
            f"There is no variable {{{{{name}}}}}",
            f"Define it in the environment, or correct the name. Known names: {known}.",
            "Variables",
        )
    return values[name]
