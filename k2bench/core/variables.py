"""`{{name}}` in a template. It does not know where values come from."""

import re
from collections.abc import Mapping

from k2bench.core.problem import input_error

PLACEHOLDER = re.compile(r"\{\{\s*([^{}\s][^{}]*?)\s*\}\}")
DEEPEST = 10  # a variable may name others; a circle ends here


def names_in(template: str) -> tuple[str, ...]:
    """The names that `template` asks for, in order, each once."""
    return tuple(dict.fromkeys(PLACEHOLDER.findall(template)))


def expand(template: str, values: Mapping[str, str]) -> str:
    """`template` with each `{{name}}` replaced; a value may hold placeholders itself.

    Raises:
        WorkbenchError: a name is unknown, or variables refer to each other in a circle.
    """
    text = template
    for _ in range(DEEPEST):
        if "{{" not in text or not names_in(text):
            return text
        text = PLACEHOLDER.sub(lambda found: _value(found.group(1), values), text)
    if not names_in(text):
        return text
    raise input_error(
        "Variables refer to each other in a circle",
        "Look at " + ", ".join(f"{{{{{name}}}}}" for name in names_in(text)) + ".",
    )


def _value(name: str, values: Mapping[str, str]) -> str:
    if name not in values:
        known = ", ".join(sorted(values)) or "none"
        raise input_error(
            f"There is no variable {{{{{name}}}}}",
            f"Define it in the environment, or correct the name. Known names: {known}.",
            "Variables",
        )
    return values[name]
