"""The colours of text: from the role that a highlighter gives to a format of the theme."""

from PySide6.QtGui import QColor, QTextCharFormat

from k2bench.ui.kit.tokens import Colours

# a role that is not here is shown as plain text
_ROLES = {
    "key": "violet",
    "string": "good",
    "number": "accent",
    "keyword": "warn",
    "null": "dim",
    "punctuation": "dim",
    "tag": "violet",
    "attribute": "accent",
    "variable": "accent",
    "comment": "dim",
    "error": "bad",
}
_ITALIC = {"null", "comment"}


def text_format(colour: str = "", ground: str = "", *, italic: bool = False) -> QTextCharFormat:
    """A format of two colours, `#rrggbb`; an empty one leaves what there is."""
    made = QTextCharFormat()
    if colour:
        made.setForeground(QColor(colour))
    if ground:
        made.setBackground(QColor(ground))
    if italic:
        made.setFontItalic(True)
    return made


def syntax_formats(colours: Colours) -> dict[str, QTextCharFormat]:
    """The format of every role."""
    return {
        role: text_format(str(getattr(colours, name)), italic=role in _ITALIC)
        for role, name in _ROLES.items()
    }
