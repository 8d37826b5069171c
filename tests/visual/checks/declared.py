"""What is meant to be as it is: every exception of the checks, with its reason.

Names are those of `walk.called`; a name that begins with one of them is meant too.
"""

# The first line of a request is as long as its URL; the whole is in the tool tip, and copied.
_REQUEST_LINE = "k2bench/Response/Response headers"
# Commands to copy with the button beside them; the whole is in the tool tip.
_COMMANDS = ("Hash Secret/C# (.NET alone)", "Hash Secret/PowerShell", "Hash Secret/openssl")
# A value is as long as it is; the whole is in the tool tip, and copied.
_VALUES = "k2bench/Response/Response tree"
CUT_SHORT: tuple[str, ...] = (_REQUEST_LINE, _VALUES, *_COMMANDS)
# What may be typed next lies over the rest of the window while somebody types.
OVERLAID: tuple[str, ...] = ("k2bench/Completions",)
# Nothing to see there, and no words are missing.
BARE: tuple[str, ...] = ()


def is_declared(name: str, among: tuple[str, ...]) -> bool:
    """Whether something is meant to be so."""
    return any(name == each or name.startswith(f"{each}/") for each in among)
