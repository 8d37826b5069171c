"""A text from outside made fit for one line on the screen. It does not know what the text says."""

LONGEST = 200


def one_line(text: str, longest: int = LONGEST) -> str:
    """`text` with blanks for line breaks, U+FFFD for what does not print, and its tail counted.

    What does not print includes the characters that reverse the direction of writing, which could
    make an address read as another one.
    """
    rest = len(text) - longest
    shown = "".join(_printable(c) for c in text[:longest])
    return f"{shown}… ({rest:,} more characters)" if rest > 0 else shown


def _printable(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else "\ufffd"
