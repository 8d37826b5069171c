"""What a JSONPath selected, in the same views as the answer, under a strip that says so."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from k2bench.apis.views import json_views
from k2bench.core.response import ResponseBody, ResponseSnapshot
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.labels import label
from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.background import Background
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.pages import page_names
from k2bench.ui.response.tabs import ResponseTabs

_OF_THE_ANSWER = {"Headers", "Timeline"}  # pages that tell nothing of the values


class FilteredView(QWidget):
    """Made for one result; *Show All* leads back to the answer."""

    show_all_requested = Signal()

    def __init__(
        self,
        snapshot: ResponseSnapshot,
        body: ResponseBody,
        words: str,
        background: Background,
    ) -> None:
        super().__init__()
        self.setAccessibleName("Filtered answer")
        self.tabs = ResponseTabs()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip(words))
        column.addWidget(self.tabs, 1)
        result = replace(
            snapshot,
            body=body,
            headers=(("Content-Type", "application/json"),),
            problem=None,
            notes=(),
        )
        source = self._source = BodySource(result, json_views(), background)
        names = page_names(source)
        self.tabs.show_names(tuple(name for name in names if name not in _OF_THE_ANSWER))

    def begin(self) -> None:
        """Fill the open tab."""
        self._source.prepare()
        self.tabs.show_source(self._source)

    def stop(self) -> None:
        """Nobody looks at it any more."""
        self.tabs.forget()
        self._source.drop()

    def _strip(self, words: str) -> QWidget:
        grid, strip, ground = sizes().grid, QWidget(), QFrame()
        strip.setAccessibleName("Filter in force")
        strip.setAccessibleDescription(words)
        ground.setProperty("role", "banner")
        set_look(ground, "tone", Tone.ACCENT.value)
        button = Button("Show All", quiet=True)
        button.clicked.connect(self.show_all_requested)
        frame = QVBoxLayout(strip)
        frame.setContentsMargins(grid * 3, grid * 2, grid * 3, grid * 2)
        frame.addWidget(ground)
        row = QHBoxLayout(ground)
        row.setContentsMargins(grid * 2, grid, grid * 2, grid)
        row.setSpacing(grid * 2)
        row.addWidget(IconLabel("filter", Tone.ACCENT.value))
        row.addWidget(label(words, selectable=True, wrap=True), 1)
        row.addWidget(button)
        return strip
