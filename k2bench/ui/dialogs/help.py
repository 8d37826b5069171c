"""A page of `resources`: what F1, a problem or a note leads to when there is something to know."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from k2bench.assets import read_text
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.markdown_view import MarkdownView
from k2bench.ui.kit.tones import sizes


class HelpDialog(QDialog):
    """Shows a page; its first heading is the window's title."""

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        """`path`: below `resources`, such as `help/identity.md`."""
        super().__init__(parent)
        text = read_text(path)
        self.setWindowTitle(text.partition("\n")[0].lstrip("# "))
        self.resize(sizes().grid * 160, sizes().grid * 110)
        self.page = MarkdownView("Help page", text)
        self.close_ = Button("Close", primary=True)
        self.close_.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[sizes().grid * 5] * 4)
        column.setSpacing(sizes().grid * 3)
        column.addWidget(self.page, 1)
        column.addLayout(buttons)
