"""The page *Image*: a picture that came as the body, decoded on the work lane."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from k2bench.core.problem import Problem
from k2bench.ui.kit.empty_state import EmptyState
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.background import Work
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.image_view import ImageView
from k2bench.ui.response.page import Page
from k2bench.ui.response.picture import Picture, read_picture
from k2bench.ui.response.wording import short_size


class ImagePage(Page):
    """Shows the picture, or says why it cannot be shown and leads to its bytes."""

    def __init__(self) -> None:
        super().__init__()
        self.view = ImageView()
        self.facts = label(role=Role.HINT, selectable=True)
        self.fit = _choice("Fit to Window")
        self.whole = _choice("100 %")
        self.blank = EmptyState("image", "The picture cannot be shown")
        self.other = self.blank.add_button("Show Hex", "hex")
        self._is_svg = False
        self._size = 0
        self._work: Work | None = None
        self.tools = self._made_tools()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.fit.toggled.connect(self.view.set_fitted)
        self.other.clicked.connect(
            lambda: self.other_page_requested.emit("Raw" if self._is_svg else "Hex")
        )

    def _made_tools(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes().grid * 2)
        row.addWidget(self.facts)
        group = QButtonGroup(made)
        for button in (self.fit, self.whole):
            group.addButton(button)
            row.addWidget(button)
        self.fit.setChecked(True)
        return made

    def show_source(self, source: BodySource) -> None:
        """Show another picture."""
        self.stop()
        data = source.data if source.is_svg else source.snapshot.body.data
        is_svg = self._is_svg = source.is_svg
        self._size = len(data)
        self._show(Picture())
        self._stack.setCurrentWidget(self.view)
        self._work = source.background.start_steps(
            lambda: read_picture(data, is_svg), success=self._done, failure=self._fail
        )

    def stop(self) -> None:
        """Let go of the picture."""
        if self._work is not None:
            self._work.drop()
            self._work = None

    def _show(self, picture: Picture) -> None:
        self.view.show_picture(picture)
        size = picture.size
        facts = [picture.kind, f"{size.width():,} × {size.height():,}" if size.isValid() else ""]
        self.facts.setText(" · ".join([*filter(None, facts), short_size(self._size)]))
        for button in (self.fit, self.whole):
            button.setEnabled(not picture.image.isNull())

    def _done(self, picture: Picture) -> None:
        self._work = None
        self._show(picture)
        if picture.reason:
            words = "Raw" if self._is_svg else "Hex"
            self.other.setText(f"Show {words}")
            self.other.setAccessibleName(f"Show {words}")
            self.blank.show_words("image", "The picture cannot be shown", f"{picture.reason}.")
            self._stack.setCurrentWidget(self.blank)
        self.read.emit()

    def _fail(self, problem: Problem) -> None:
        self._work = None
        self.failed.emit(problem)


def _choice(text: str) -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setAccessibleName(text)
    made.setCheckable(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
