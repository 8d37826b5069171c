"""Help > About."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes


class AboutDialog(QDialog):
    """Says which k2bench this is."""

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About k2bench")
        close = Button("Close", primary=True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[sizes().grid * 5] * 4)
        column.addStrut(sizes().grid * 90)  # counts for the height of the words, too
        column.setSpacing(sizes().grid * 3)
        column.addWidget(label(f"k2bench {version}", Role.TITLE, selectable=True))
        column.addWidget(
            label(
                "A desktop workbench for the APIs of Nintex K2 Cloud, and for any OData service. "
                "MIT licence. It is not made or supported by Nintex.",
                wrap=True,
                selectable=True,
            )
        )
        column.addLayout(buttons)
