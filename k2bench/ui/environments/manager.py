"""Manage environments: the list of them, and the form of the one chosen."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Problem, Step
from k2bench.core.secret import Secret
from k2bench.ui.environments.editor import EnvironmentEditor
from k2bench.ui.environments.unsaved import UnsavedStrip
from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes

NOT_SAVED, EDITED_SINCE = "Not saved", "Edited since: not saved."


class EnvironmentManager(QDialog):
    """Values in, intents out; the controller keeps what is saved here."""

    chosen = Signal(str)  # id; empty: a new one
    save_requested = Signal(object, object)  # Environment, dict[str, Secret]
    duplicate_requested = Signal(str)
    delete_requested = Signal(str)
    forget_requested = Signal(str)  # id of one that is deleted: ask the keychain again
    paste_requested = Signal()

    def __init__(self, clipboard: SecretClipboard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Manage environments")
        self.resize(sizes().grid * 200, sizes().grid * 165)
        self.list = QListWidget()
        self.list.setAccessibleName("Environments")
        self.none = label(
            "No environments yet. Fill in the form and save it.", Role.HINT, wrap=True
        )
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.new = Button("New", "plus")
        self.duplicate = Button("Duplicate", "duplicate")
        self.delete = Button("Delete", "trash")
        self.paste = Button("Paste Anything...", "copy")
        self.save = Button("Save", primary=True)
        self.close_ = Button("Close")
        self.editor = EnvironmentEditor(clipboard)
        self.banner = ProblemBanner()
        self.unsaved = UnsavedStrip()
        self.state = label(role=Role.HINT, selectable=True, wrap=True)
        self._asked_to_delete = ""
        self._shown = Environment("", "")
        self._edited = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = sizes().grid
        left = QVBoxLayout()
        left.setSpacing(grid * 2)
        left.addWidget(self.list, 1)
        left.addWidget(self.none, 1)
        for button in (self.new, self.duplicate, self.delete):
            left.addWidget(button)
        buttons = QHBoxLayout()
        buttons.setSpacing(grid * 2)
        buttons.addWidget(self.paste)
        buttons.addWidget(self.state, 1)
        buttons.addWidget(self.close_)
        buttons.addWidget(self.save)
        right = QVBoxLayout()
        right.setSpacing(grid * 3)
        right.addWidget(self.unsaved)
        right.addWidget(self.banner)
        right.addWidget(self.editor, 1)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[grid * 5] * 4)
        row.setSpacing(grid * 5)
        row.addLayout(left, 1)
        row.addLayout(right, 3)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._leave_for_row)
        self.new.clicked.connect(lambda: self._leave(self.start_new))
        self.duplicate.clicked.connect(lambda: self._leave(self._duplicate))
        self.delete.clicked.connect(self._delete)
        self.paste.clicked.connect(self.paste_requested)
        self.close_.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self.unsaved.save_requested.connect(self._save_and_go_on)
        self.unsaved.discarded.connect(self._discard)
        self.unsaved.kept.connect(self._keep_editing)
        self.banner.step_requested.connect(self._take_step)
        self.editor.edited.connect(self._edit)

    def show_environments(self, environments: tuple[Environment, ...], current: str) -> None:
        """The list; the transient ones are not to be managed."""
        self.editor.show_others(environments)
        self.list.blockSignals(True)
        self.list.clear()
        for each in environments:
            if not each.transient:
                item = QListWidgetItem(icon("record", each.colour or "dim"), each.name)
                item.setData(Qt.ItemDataRole.UserRole, each.id)
                self.list.addItem(item)
                if each.id == current:
                    self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.list.setVisible(self.list.count() > 0)
        self.none.setVisible(self.list.count() == 0)
        for button in (self.duplicate, self.delete):
            button.setEnabled(bool(self._id()))

    def show_environment(self, environment: Environment, secrets: dict[str, Secret | None]) -> None:
        """Fill the form."""
        self.banner.clear()
        self._fill(environment, secrets)
        self.state.clear()
        self._reset_delete()

    def start_new(self) -> None:
        """An empty form."""
        self._select("")
        self._choose()
        self.editor.lines["Name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self, field: str) -> None:
        """Put the cursor into a field, if there is one of that name."""
        if field in self.editor.fields:
            self.editor.fields[field].entry.setFocus(Qt.FocusReason.OtherFocusReason)
            self.editor.ensureWidgetVisible(self.editor.fields[field])

    def show_saving(self, environment: Environment, secrets: dict[str, Secret | None]) -> None:
        """It is saved; its secrets are on their way."""
        self._fill(environment, secrets)
        self.state.setText("Saving…")

    def show_saved(self, where: str) -> None:
        """It was saved; `where` says where its secrets are."""
        self.state.setText(f"{where} {EDITED_SINCE}" if self._edited else where)

    def reject(self) -> None:
        """Close, Esc and the window's cross: not before unsaved edits are seen to."""
        self._leave(super().reject)

    def show_problem(self, problem: Problem) -> None:
        """What went wrong, at its field if it has one."""
        for step in problem.steps:
            if step.step is Step.EDIT_FIELD and step.value in self.editor.fields:
                self.editor.show_error(step.value, f"{problem.title}. {problem.hint}")
                return
        self.banner.show_problem(problem)

    def _take_step(self, step: NextStep) -> None:
        if step.step is Step.RETRY:
            self.banner.clear()
            self.forget_requested.emit(step.value)

    def _id(self) -> str:
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _fill(self, environment: Environment, secrets: dict[str, Secret | None]) -> None:
        self._shown = environment
        self.unsaved.clear()
        self.editor.show_environment(environment, secrets)
        self._edited = False  # the variables tell of rows that they are given, too

    def _edit(self) -> None:
        self._edited = True
        self.state.setText(NOT_SAVED)

    def _leave(self, go: Callable[[], None]) -> None:
        if not self._edited:
            go()
            return
        whose = f"“{self._shown.name}”" if self._shown.id else "The new environment"
        self.unsaved.ask(f"{whose} has edits that are not saved.", go)

    def _leave_for_row(self) -> None:
        wanted = self._id()
        if self._edited:
            self._select_shown()
            QTimer.singleShot(0, self._select_shown)  # Qt selects what is clicked after this
        self._leave(lambda: self._select_and_choose(wanted))

    def _select_shown(self) -> None:
        self._select(self._shown.id)

    def _select_and_choose(self, environment_id: str) -> None:
        self._select(environment_id)
        self._choose()

    def _select(self, environment_id: str) -> None:
        ids = [
            self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())
        ]
        self.list.blockSignals(True)
        self.list.setCurrentRow(ids.index(environment_id) if environment_id in ids else -1)
        self.list.blockSignals(False)

    def _choose(self) -> None:
        for button in (self.duplicate, self.delete):
            button.setEnabled(bool(self._id()))
        self.chosen.emit(self._id())

    def _duplicate(self) -> None:
        self.duplicate_requested.emit(self._id())

    def _save_and_go_on(self) -> None:
        then = self.unsaved.take()
        self._save()
        if not self._edited:
            then()

    def _discard(self) -> None:
        self._edited = False
        self.unsaved.take()()

    def _keep_editing(self) -> None:
        self.unsaved.clear()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        self.banner.clear()
        self.save_requested.emit(self.editor.environment(), self.editor.secrets())

    def _delete(self) -> None:
        # A second click on the same button is the confirmation: no message box in between.
        if self._asked_to_delete != self._id():
            self._asked_to_delete = self._id()
            self.delete.setText("Delete for good, with its secrets")
            return
        self._reset_delete()
        self.delete_requested.emit(self._id())

    def _reset_delete(self) -> None:
        self._asked_to_delete = ""
        self.delete.setText("Delete")
