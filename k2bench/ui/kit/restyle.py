"""Dynamic properties that the style sheet selects by."""

from PySide6.QtWidgets import QWidget


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and have it looked at again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    # Qt evaluates the rules when a widget is first polished, and never again by itself
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
