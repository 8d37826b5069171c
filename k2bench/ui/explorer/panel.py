"""The explorer pane: a filter, the tree or why there is none, and what is worth knowing below."""

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from k2bench.apis.catalogue import Node
from k2bench.core.problem import Problem
from k2bench.ui.explorer.model import Path
from k2bench.ui.explorer.tree import NodeTree
from k2bench.ui.explorer.wording import Emptiness
from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.buttons import Button, IconButton
from k2bench.ui.kit.empty_state import EmptyState
from k2bench.ui.kit.labels import Role, hairline, label
from k2bench.ui.kit.progress import Progress
from k2bench.ui.kit.search_field import SearchField
from k2bench.ui.kit.tones import sizes

TYPING = 120  # milliseconds without a key before a filter starts


class ExplorerPanel(QWidget):
    """Values in, intents out. It knows nodes, and no API."""

    refresh_requested = Signal()
    cancel_requested = Signal()
    filter_changed = Signal(str)
    node_opened = Signal(object)  # Node
    menu_requested = Signal(object, QPoint)  # Node or None
    button_pressed = Signal(str)  # the label of a button of the empty state
    step_requested = Signal(object)  # NextStep

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Explorer")
        self.filter = SearchField("Filter explorer")
        self.refresh = IconButton("refresh", "Refresh explorer")
        self.more = IconButton("more", "Explorer menu")
        self.tree = NodeTree("Explorer")
        self.banner = ProblemBanner()
        self.busy = QWidget()
        self.cancel = Button("Cancel")
        self.state = label(role=Role.HINT)
        self.about = label(role=Role.HINT, selectable=True, wrap=True)
        self.about.setAccessibleName("About the selection")
        self._empty: EmptyState | None = None
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._roots: tuple[Node, ...] = ()
        self._before_filter: tuple[list[Path], Path] | None = None
        self._lay_out()
        self._connect()
        self.show_busy(False)
        self._foot.hide()

    def _lay_out(self) -> None:
        grid = sizes().grid
        self._pages = QStackedWidget()
        self._pages.addWidget(self.tree)
        head = QHBoxLayout()
        head.setContentsMargins(grid * 2, grid * 2, grid * 2, grid * 2)
        head.setSpacing(grid)
        head.addWidget(self.filter, 1)
        head.addWidget(self.refresh)
        head.addWidget(self.more)
        bar = QHBoxLayout(self.busy)
        bar.setContentsMargins(grid * 3, 0, grid * 2, grid * 2)
        bar.setSpacing(grid * 2)
        bar.addWidget(Progress("Fetching what is offered"), 1)
        bar.addWidget(self.cancel)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(grid * 3, grid * 2, grid * 3, grid * 2)
        foot.setSpacing(grid)
        foot.addWidget(self.about)
        foot.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.busy)
        inset = QVBoxLayout()
        inset.setContentsMargins(grid * 2, 0, grid * 2, 0)
        inset.addWidget(self.banner)
        column.addLayout(inset)
        column.addWidget(self._pages, 1)
        column.addWidget(hairline())
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _: self._typing.start())
        self.filter.returnPressed.connect(self.tree.setFocus)
        self._typing.timeout.connect(lambda: self.filter_changed.emit(self.filter.text()))
        self.refresh.clicked.connect(self.refresh_requested)
        self.cancel.clicked.connect(self.cancel_requested)
        self.more.clicked.connect(
            lambda: self.menu_requested.emit(
                None, self.more.mapToGlobal(self.more.rect().bottomLeft())
            )
        )
        self.tree.opened.connect(self.node_opened)
        self.tree.menu_requested.connect(self.menu_requested)
        self.tree.looked_at.connect(self._look_at)
        self.banner.step_requested.connect(self.step_requested)

    def show_roots(self, roots: tuple[Node, ...], fresh: bool = False) -> None:
        """The whole tree. What was unfolded and selected is so again, unless it is `fresh`."""
        kept = self._before_filter or (self.tree.open_paths(), self.tree.current_path())
        if self._before_filter is not None and self.tree.current_path():
            kept = (kept[0], self.tree.current_path())  # found by the filter
        self._before_filter = None
        self._roots = roots
        self.tree.show_roots(roots)
        if not fresh:
            self.tree.restore(*kept)
        self._pages.setCurrentWidget(self.tree)

    def show_filtered(self, roots: tuple[Node, ...]) -> None:
        """What a filter left of the tree."""
        if self._before_filter is None:
            self._before_filter = (self.tree.open_paths(), self.tree.current_path())
        current = self.tree.current_path()
        self.tree.show_roots(roots)
        self.tree.restore([], current)
        self._pages.setCurrentWidget(self.tree)

    def show_empty(self, why: Emptiness) -> None:
        """Nothing to show, and the next click."""
        if self._empty is not None:
            self._pages.removeWidget(self._empty)
            self._empty.deleteLater()
        empty = self._empty = EmptyState(why.icon, why.title, why.hint, stacked=True)
        for at, text in enumerate(filter(None, (why.button, why.more))):
            button = empty.add_button(text, primary=at == 0)
            button.clicked.connect(lambda _=False, text=text: self.button_pressed.emit(text))
        self._pages.addWidget(empty)
        self._pages.setCurrentWidget(empty)
        self.about.clear()

    def shows_tree(self) -> bool:
        """Whether there is a tree to see."""
        return self._pages.currentWidget() is self.tree

    def show_state(self, words: str) -> None:
        """Of when the tree is, or how much a filter found."""
        self.state.setText(words)
        self._show_foot()

    def show_busy(self, busy: bool) -> None:
        """Something is being fetched."""
        self.busy.setVisible(busy)
        self.refresh.setEnabled(not busy)

    def show_problem(self, problem: Problem | None) -> None:
        """Why not all is shown, or not as it is now."""
        if problem is None:
            self.banner.clear()
        else:
            self.banner.show_problem(problem)

    def clear_filter(self) -> None:
        """Show everything again, at once."""
        self.filter.clear()
        self._typing.stop()
        self.filter_changed.emit("")

    def _look_at(self, node: Node | None) -> None:
        self.about.setText(node.tip if node is not None else "")
        self._show_foot()

    def _show_foot(self) -> None:
        self.about.setVisible(bool(self.about.text()))
        self.state.setVisible(bool(self.state.text()))
        self._foot.setVisible(bool(self.about.text() or self.state.text()))
