"""A strip across the top that nobody overlooks: this is production."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from k2bench.core.environment import Environment, WritePolicy
from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.labels import Role, label, set_tone
from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes


class ProductionStrip(QWidget):
    """Hidden unless the environment is a production one."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Production environment")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "role", "production")
        self._words = label(role=Role.HEADING)
        set_tone(self._words, Tone.BAD)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes().grid * 3, sizes().grid, sizes().grid * 3, sizes().grid)
        row.setSpacing(sizes().grid * 2)
        row.addWidget(IconLabel("warning", "bad"))
        row.addWidget(self._words, 1)
        self.hide()

    def show_environment(self, environment: Environment | None) -> None:
        """The current environment."""
        production = environment is not None and environment.production
        self.setVisible(production)
        if production and environment is not None:
            writes = environment.writes is WritePolicy.FORBIDDEN
            rule = "Writes are forbidden." if writes else "k2bench asks before each write."
            self._words.setText(f"PRODUCTION: {environment.name}. {rule}")
