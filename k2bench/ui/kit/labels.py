"""Texts in the window's text roles. Never rich text: much of it comes from a server."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.tokens import Tone


class Role(StrEnum):
    """What a text is for."""

    TITLE = "title"  # 15 px semibold: names a window or an empty state
    HEADING = "heading"  # 13 px semibold: names a pane
    LABEL = "label"  # 13 px
    HINT = "hint"  # 12 px dim


def label(
    text: str = "", role: Role = Role.LABEL, *, selectable: bool = False, wrap: bool = False
) -> QLabel:
    """A label that shows its text as it is, tags and all."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("role", role.value)
    made.setWordWrap(wrap)
    if selectable:
        make_selectable(made)
    return made


def make_selectable(made: QLabel) -> None:
    """Let the text be selected by mouse and, once clicked, by keyboard; no stop for Tab."""
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)


def set_tone(made: QLabel, tone: Tone) -> None:
    """Colour a label; the caller sees to a word or an icon that says the same."""
    set_look(made, "tone", tone.value)


def set_plain_tip(widget: QWidget, text: str) -> None:
    """A tool tip that shows its text as it is; Qt would take some for rich text."""
    widget.setToolTip(plain_tip(text))


def plain_tip(text: str) -> str:
    """The rich text of a tool tip that shows `text` as it is."""
    return f"<p style='white-space: pre-wrap'>{_escaped(text)}</p>" if text else ""


def hairline() -> QFrame:
    """A line of one pixel across a vertical layout."""
    line = QFrame()
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    return line


def _escaped(text: str) -> str:
    # The module html costs 6 ms, for its table of entities.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
