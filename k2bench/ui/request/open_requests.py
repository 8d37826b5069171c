"""The open requests: new, duplicate, close, reopen, reorder, and there again at the next start.

A restored tab is only a title until it is first looked at: nothing is sent or drawn for it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from k2bench.core.problem import WorkbenchError
from k2bench.core.request import RequestSpec
from k2bench.ui.bridge import Bridge
from k2bench.ui.current import Current
from k2bench.ui.request.controller import RequestController
from k2bench.ui.request.query.controller import QueryController
from k2bench.ui.request.tab import RequestTab
from k2bench.ui.request.tabs import RequestTabs
from k2bench.ui.response.body_saver import BodySaver
from k2bench.ui.response.panel import ResponsePanel
from k2bench.ui.response.path_controller import PathController
from k2bench.workbench.session import Session

BLANK = RequestSpec()
SAVED_AFTER = 1000  # milliseconds without a further edit
MOST_CLOSED = 30  # that can be opened again


@dataclass(slots=True)
class _Open:
    """One tab. `before`: what was opened; a request that differs from it is marked as edited."""

    before: RequestSpec
    environment_id: str = ""
    tab: RequestTab | None = None
    controller: RequestController | None = None
    saver: BodySaver | None = None
    paths: PathController | None = None
    query: QueryController | None = None

    def spec(self) -> RequestSpec:
        return self.tab.request.spec() if self.tab is not None else self.before

    def title(self) -> str:
        spec = self.spec()
        path = spec.url.partition("?")[0].partition("#")[0]
        if "://" in path:
            path = path.partition("://")[2].partition("/")[2]
        last = path.rstrip("/").rpartition("/")[2]
        words = spec.name or last or spec.url or "New request"
        return f"{spec.method} {words}" + (" •" if spec != self.before else "")


class OpenRequests(QObject):
    """Owns the tabs and their controllers; there is always one at least."""

    step_requested = Signal(object)  # NextStep
    failed = Signal(object)  # Problem
    refresh_requested = Signal()  # the explorer
    opened = Signal(object)  # RequestTab, when its widget was made

    def __init__(
        self, session: Session, bridge: Bridge, current: Current, tabs: RequestTabs
    ) -> None:
        super().__init__()
        self._session = session
        self._bridge = bridge
        self._current = current
        self._tabs = tabs
        self._open: list[_Open] = []
        self._closed: list[_Open] = []
        self._at = 0
        self._saving = QTimer(self, singleShot=True, interval=SAVED_AFTER)
        self._saving.timeout.connect(self.save)
        tabs.chosen.connect(self.show)
        tabs.new_requested.connect(self.open_blank)
        tabs.close_requested.connect(self.close_tab)
        tabs.moved.connect(self._move)
        tabs.menu_requested.connect(self._menu)
        self._restore()

    @property
    def tab(self) -> RequestTab:
        """The open one's widget."""
        tab = self._open[self._at].tab
        assert tab is not None  # `show` made it
        return tab

    @property
    def controller(self) -> RequestController:
        """The open one's controller."""
        controller = self._open[self._at].controller
        assert controller is not None  # `show` made it
        return controller

    @property
    def environment_id(self) -> str:
        """The environment that the open tab has of its own; empty: the window's."""
        return self._open[self._at].environment_id

    def titles(self) -> tuple[str, ...]:
        """The titles in order, known secrets masked: a title is seen by everybody."""
        return tuple(self._title(each) for each in self._open)

    def open(self, spec: RequestSpec, reuse: bool = True) -> None:
        """Show a request: in the tab that holds it already, in the open one if that is blank, or
        in a new one."""
        if reuse:
            for index, each in enumerate(self._open):
                if each.spec() == spec:
                    self.show(index)
                    return
            if self._open and self._open[self._at].spec() == BLANK:
                self._open[self._at].before = spec
                self.controller.open(spec)
                self._edited()
                return
        self._add(_Open(spec), len(self._open))

    def open_blank(self) -> None:
        """A new tab, ready to be typed in."""
        self.open(BLANK, reuse=False)
        self.tab.request.focus_url()

    def duplicate(self) -> None:
        """The open request once more, in a tab beside it."""
        source = self._open[self._at]
        self._add(_Open(source.spec(), source.environment_id), self._at + 1)

    def close_tab(self, index: int) -> None:
        """Close a tab; it can be opened again."""
        gone = self._open.pop(index)
        gone.before = gone.spec()
        if gone.controller is not None:
            gone.controller.drop()
        if gone.saver is not None:
            gone.saver.leave()
        if gone.query is not None:
            gone.query.leave()
        if gone.tab is not None:
            gone.tab.response.clear()  # no search and no filter goes on for it
        self._tabs.remove(index, gone.tab)
        gone.tab = gone.controller = gone.saver = gone.paths = gone.query = None
        self._closed = [*self._closed[-MOST_CLOSED:], gone]
        if not self._open:
            self._add(_Open(BLANK), 0)
        else:
            self.show(min(self._at - (index < self._at), len(self._open) - 1))
        self.tab.request.focus_url()

    def close_open(self) -> None:
        """Close the open tab."""
        self.close_tab(self._at)

    def reopen(self) -> None:
        """Open the tab that was closed last."""
        if self._closed:
            self._add(self._closed.pop(), len(self._open))

    def step(self, by: int) -> None:
        """The next tab, or the one before."""
        self.show((self._at + by) % len(self._open))

    def show(self, index: int) -> None:
        """Open a tab; its widget is made now if it never was."""
        self._at = index
        entry = self._open[index]
        if entry.tab is None:
            self._make(entry)
        assert entry.tab is not None
        self._tabs.show_tab(index, entry.tab)
        self._current.show_request_auth(entry.tab.request.auth())
        self.show_environment()
        self._saving.start()

    def show_environment(self) -> None:
        """The open tab's environment is the current one."""
        book, own = self._session.environments, self.environment_id
        # One that is gone is not replaced by another: a request must not go to a tenant that it
        # was not written for.
        self._current.show_environment(book.get(own) if own else book.current)

    def choose_environment(self, environment_id: str) -> None:
        """Give the open tab an environment of its own; empty: it has the window's."""
        self._open[self._at].environment_id = environment_id
        self.show_environment()
        self._saving.start()

    def show_auth(self) -> None:
        """The open request's authorization was changed in the Authorization panel."""
        self.controller.show_auth()

    def save(self) -> None:
        """Write the tabs down."""
        self._saving.stop()
        try:
            self._session.save_tabs(
                tuple((each.spec(), self._kept_id(each)) for each in self._open), self._at
            )
        except WorkbenchError as error:
            self.failed.emit(error.problem)

    def _kept_id(self, entry: _Open) -> str:
        """A tab of the demo tenant stays one: that environment is not there at the next start."""
        current = self._session.environments.current
        shared = current.id if current is not None and current.transient else ""
        return entry.environment_id or shared

    def _restore(self) -> None:
        kept, at = self._session.kept_tabs()
        for spec, environment_id in kept or ((BLANK, ""),):
            entry = _Open(spec, environment_id)
            self._open.append(entry)
            self._tabs.add(self._title(entry), len(self._open) - 1)
        self.show(at)

    def _add(self, entry: _Open, at: int) -> None:
        self._open.insert(at, entry)
        self._tabs.add(self._title(entry), at)
        self.show(at)

    def _make(self, entry: _Open) -> None:
        tab = entry.tab = RequestTab(ResponsePanel(self._bridge, self._session.table_layouts))
        controller = RequestController(self._session, self._bridge, self._current, tab)
        entry.controller = controller
        entry.saver = BodySaver(self._session, self._bridge, tab.response)
        entry.paths = PathController(self._session, self._bridge, tab.response)
        entry.query = QueryController(self._session, self._bridge, self._current, tab.request)
        entry.query.refresh_requested.connect(self.refresh_requested)
        entry.query.failed.connect(self.failed)
        tab.response.query_requested.connect(entry.query.add_cell)
        tab.request.show_spec(entry.before)
        tab.request.edited.connect(self._edited)
        tab.request.send_requested.connect(controller.send)
        tab.request.cancel_requested.connect(controller.cancel)
        tab.response.cancel_requested.connect(controller.cancel)
        tab.response.step_requested.connect(controller.take_step)
        controller.step_requested.connect(self.step_requested)
        self.opened.emit(tab)

    def _title(self, entry: _Open) -> str:
        return self._session.redactor.mask(entry.title())

    def _edited(self) -> None:
        self._tabs.show_title(self._at, self._title(self._open[self._at]))
        self._saving.start()

    def _move(self, came: int, to: int) -> None:
        entry = self._open.pop(came)
        self._open.insert(to, entry)
        self._at = self._tabs.bar.currentIndex()
        self._saving.start()

    def _menu(self, index: int, place: QPoint) -> None:
        self.show(index)
        menu = self.menu()
        menu.popup(place)

    def menu(self) -> QMenu:
        """The context menu of the open tab."""
        menu = QMenu(self._tabs)
        menu.addAction("Duplicate Tab", self.duplicate)
        menu.addAction("Close Tab", self.close_open)
        menu.addAction("Reopen Closed Tab", self.reopen).setEnabled(bool(self._closed))
        environments = menu.addMenu("Environment of This Tab")
        group = QActionGroup(environments)
        choices = [("As in the Window", "")]
        choices += [(each.name, each.id) for each in self._session.environments.all]
        for name, environment_id in choices:
            action = environments.addAction(name, self._choosing(environment_id))
            action.setCheckable(True)
            action.setChecked(environment_id == self.environment_id)
            group.addAction(action)
        return menu

    def _choosing(self, environment_id: str) -> Callable[[], None]:
        return lambda: self.choose_environment(environment_id)
