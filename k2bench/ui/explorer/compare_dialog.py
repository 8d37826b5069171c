"""*Compare*: what is different between two states of a service, as a tree and as a text."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from k2bench.apis.catalogue import Node, NodeKind
from k2bench.apis.odata.metadata.change import Change, ChangeKind
from k2bench.apis.odata.metadata.change_text import change_text
from k2bench.core.problem import Problem
from k2bench.ui.explorer.tree import NodeTree
from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.empty_state import EmptyState
from k2bench.ui.kit.field import Field
from k2bench.ui.kit.progress import Progress
from k2bench.ui.kit.tones import sizes

BEFORE, AFTER = "Before", "After"
_KINDS = {
    ChangeKind.ADDED: NodeKind.ADDED,
    ChangeKind.REMOVED: NodeKind.REMOVED,
    ChangeKind.CHANGED: NodeKind.CHANGED,
}


class CompareDialog(QDialog):
    """Two boxes to choose from, and the differences below them."""

    chosen = Signal(int, int)  # which states are compared

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Compare Metadata")
        self.resize(sizes().grid * 190, sizes().grid * 140)
        self.before, self.after = QComboBox(), QComboBox()
        self.banner = ProblemBanner()
        self.tree = NodeTree("Differences")
        self.working = Progress("Comparing")
        self.blank = EmptyState("compare", "Nothing to compare")
        self.copy = Button("Copy as Text", "copy")
        self.close_ = Button("Close", primary=True)
        self._changes: tuple[Change, ...] = ()
        self._lay_out()
        self.before.activated.connect(self._choose)
        self.after.activated.connect(self._choose)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self.close_.clicked.connect(self.accept)
        self.show_states((), 0, 0)

    def _lay_out(self) -> None:
        grid = sizes().grid
        boxes = QHBoxLayout()
        boxes.setSpacing(grid * 4)
        for name, box in ((BEFORE, self.before), (AFTER, self.after)):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            boxes.addWidget(Field(name, box), 1)
        self._pages = QStackedWidget()
        for page in (self.tree, self.blank):
            self._pages.addWidget(page)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch()
        buttons.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[grid * 5] * 4)
        column.setSpacing(grid * 3)
        column.addLayout(boxes)
        column.addWidget(self.banner)
        column.addWidget(self.working)
        column.addWidget(self._pages, 1)
        column.addLayout(buttons)

    def show_states(self, titles: Sequence[str], before: int, after: int) -> None:
        """What there is to compare, and what is compared first."""
        for box, at in ((self.before, before), (self.after, after)):
            box.clear()
            box.addItems(list(titles))
            box.setCurrentIndex(at)
            box.setEnabled(len(titles) > 1)
        self._show_blank(
            "Nothing to compare yet",
            "One state of a service is kept for each time that it was different. Refresh later, "
            "or open another environment, or import a file.",
        )
        if len(titles) > 1:
            self._choose()

    def show_working(self) -> None:
        """The comparison is under way."""
        self.banner.clear()
        self.working.show()
        self.copy.setEnabled(False)

    def show_changes(self, changes: tuple[Change, ...]) -> None:
        """The differences, by what happened."""
        self.working.hide()
        self._changes = changes
        if not changes:
            self._show_blank("No difference", "Both describe the same.")
            return
        self.copy.setEnabled(True)
        self.tree.show_roots(_groups(changes))
        self._pages.setCurrentWidget(self.tree)

    def show_problem(self, problem: Problem) -> None:
        """They could not be compared."""
        self.working.hide()
        self.banner.show_problem(problem)

    def text(self) -> str:
        """The differences as a text."""
        return change_text(self._changes, self.before.currentText(), self.after.currentText())

    def _show_blank(self, title: str, hint: str) -> None:
        self.working.hide()
        self.copy.setEnabled(False)
        self.blank.show_words("compare", title, hint)
        self._pages.setCurrentWidget(self.blank)

    def _choose(self) -> None:
        self.chosen.emit(self.before.currentIndex(), self.after.currentIndex())


def _groups(changes: tuple[Change, ...]) -> tuple[Node, ...]:
    found = []
    for kind in ChangeKind:
        nodes = tuple(_node(change) for change in changes if change.kind is kind)
        if nodes:
            group = Node(
                NodeKind.GROUP,
                kind.value.capitalize(),
                f"{len(nodes):,}",
                load=_giving(nodes),
                open=True,
            )
            found.append(group)
    return tuple(found)


def _node(change: Change) -> Node:
    details = tuple(Node(NodeKind.NOTE, each) for each in change.details)
    load = _giving(details) if details else None
    return Node(_KINDS[change.kind], change.name, change.what, load=load)


def _giving(nodes: tuple[Node, ...]) -> Callable[[], tuple[Node, ...]]:
    return lambda: nodes
