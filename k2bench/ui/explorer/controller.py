"""Fetches, filters and shows what the current environment offers.

Nothing is sent at start: what was fetched last is shown. *Refresh* fetches, and so does the first
token of an environment of which nothing is known.
"""

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from k2bench.core.auth_type import AuthType
from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Problem, Step
from k2bench.ui.bridge import Bridge, Running
from k2bench.ui.current import Current
from k2bench.ui.explorer.panel import ExplorerPanel
from k2bench.ui.explorer.wording import (
    FAILED,
    FIND,
    NO_ADDRESS,
    NO_TOKEN,
    NOT_FETCHED,
    age,
    matches,
    no_match,
    nothing_in,
)
from k2bench.workbench.session import Session

if TYPE_CHECKING:
    from k2bench.apis.catalogue import Node
    from k2bench.apis.catalogue_filter import Filtered
    from k2bench.apis.odata.service import Catalogue, Service
    from k2bench.workbench.exploring import Explored, Fetched


class ExplorerController(QObject):
    """Between the panel and the workbench; the last thing asked for is what is shown."""

    step_requested = Signal(object)  # NextStep that another part of the window takes
    shown = Signal()  # a tree, or why there is none

    def __init__(
        self, session: Session, bridge: Bridge, current: Current, panel: ExplorerPanel
    ) -> None:
        super().__init__()
        self._session = session
        self._bridge = bridge
        self._current = current
        self._panel = panel
        self._running: Running | None = None
        self._filtering: Running | None = None
        self._environment: Environment | None = None
        self._addresses: tuple[str, ...] = ()
        self._roots: tuple[Node, ...] = ()
        self._other = True  # the tree on screen is of another environment
        self.catalogues: tuple[Catalogue, ...] = ()
        panel.refresh_requested.connect(self.refresh)
        panel.cancel_requested.connect(self.cancel)
        panel.filter_changed.connect(self.filter)
        panel.button_pressed.connect(self._press)
        panel.step_requested.connect(self.take_step)

    @property
    def environment(self) -> Environment | None:
        """The one that is shown."""
        return self._environment

    @property
    def services(self) -> "tuple[Service, ...]":
        """Its services, whether anything is known of them or not."""
        from k2bench.apis.odata.service import services_of  # not for the first paint

        return services_of(self._environment) if self._environment is not None else ()

    def show_environment(self) -> None:
        """The current environment is another one, or has another address."""
        environment = self._current.environment
        addresses = _addresses(environment)
        self._environment = environment
        if addresses == self._addresses:
            return
        self._addresses = addresses
        self._drop()
        self._other = True
        self.catalogues = self._roots = ()
        self._panel.show_problem(None)
        self._panel.show_state("")
        self._panel.clear_filter()
        self._panel.show_roots((), fresh=True)
        if environment is None or len(addresses) < 2:
            self._panel.show_empty(NO_ADDRESS)
            self.shown.emit()
            return
        self._running = self._bridge.start_steps(
            lambda: _with_tree(self._session.explorer.cached(environment)),
            success=self._show_cached,
            failure=self._fail,
        )

    def token_changed(self) -> None:
        """A token came: fetch, if nothing is known yet."""
        idle = self._running is None and self._environment is not None
        if idle and not self.catalogues and len(self._addresses) > 1 and self._has_token():
            self.refresh()

    def refresh(self) -> None:
        """*Refresh*: ask the services anew."""
        environment = self._environment
        if environment is None or len(self._addresses) < 2:
            return
        self._drop()
        self._panel.show_problem(None)
        self._panel.show_busy(True)
        if not self.catalogues:
            self._panel.show_roots((), fresh=True)
        self._running = self._bridge.start(
            lambda tell: self._session.explorer.fetch(environment, tell),
            success=lambda fetched: self._read(environment, fetched),
            failure=self._fail,
            cancelled=self._cancelled,
        )

    def cancel(self) -> None:
        """Stop waiting; what was known stays."""
        if self._running is not None:
            self._running.cancel()

    def import_file(self, service: "Service", path: Path) -> None:
        """*Import EDMX from File...*: show what a file describes."""
        environment = self._environment
        if environment is None:
            return
        self._drop()
        self._panel.show_problem(None)
        self._panel.show_busy(True)
        self._running = self._bridge.start_steps(
            lambda: _with_tree(self._session.explorer.import_file(environment, service, path)),
            success=self._show,
            failure=self._fail,
            cancelled=self._cancelled,
        )

    def filter(self, typed: str) -> None:
        """Show only what has `typed` in its name."""
        if self._filtering is not None:
            self._filtering.drop()
            self._filtering = None
        if not self.catalogues:
            return
        if not typed.strip():
            self._show_all()
            return
        roots = self._roots
        self._filtering = self._bridge.start_steps(
            lambda: _filtered(roots, typed), success=self._show_filtered, failure=self._fail
        )

    def take_step(self, step: NextStep) -> None:
        """A button of the banner."""
        if step.step is Step.RETRY:
            self.refresh()
        else:
            self.step_requested.emit(step)

    def _press(self, button: str) -> None:
        match button:
            case "Refresh":
                self.refresh()
            case "Clear Filter":
                self._panel.clear_filter()
            case _ if button.startswith(FIND):
                self._panel.filter.setText(button.removeprefix(FIND))
            case "Get New Access Token":
                self.step_requested.emit(NextStep(button, Step.GET_TOKEN))
            case "Edit Tenant URL":
                self.step_requested.emit(NextStep(button, Step.EDIT_FIELD, "Tenant URL"))
            case _:
                self.step_requested.emit(NextStep(button, Step.SHOW_HELP, "publishing"))

    def _read(self, environment: Environment, fetched: "tuple[Fetched, ...]") -> None:
        self._running = self._bridge.start_steps(
            lambda: _with_tree(self._session.explorer.read(environment, fetched)),
            success=self._show,
            failure=self._fail,
            cancelled=self._cancelled,
        )

    def _show_cached(self, found: "tuple[Explored, tuple[Node, ...]]") -> None:
        explored, _ = found
        if explored.catalogues:
            self._show(found)
            return
        self._end()
        if self._has_token():
            self.refresh()
        else:
            self._show_nothing_known()

    def _show(self, found: "tuple[Explored, tuple[Node, ...]]") -> None:
        self._end()
        explored, self._roots = found
        self.catalogues = explored.catalogues
        self._panel.show_problem(explored.problem)
        self._current.schema_changed.emit()
        if not self.catalogues:
            self._show_nothing_known()
        elif self._panel.filter.text().strip():
            self.filter(self._panel.filter.text())
        else:
            self._show_all()

    def _show_all(self) -> None:
        self._panel.show_state(age(self.catalogues, self._session.clock()))
        self._panel.show_roots(self._roots, fresh=self._other)
        self._other = False
        if all(each.is_empty for each in self.catalogues):
            self._panel.show_empty(nothing_in(self.catalogues))
        self.shown.emit()

    def _show_filtered(self, found: "Filtered") -> None:
        from k2bench.apis.odata.nearest import nearest

        self._filtering = None
        self._panel.show_filtered(found.roots)
        self._panel.show_state(matches(found.count, found.cut))
        if not found.roots:
            names = (name for each in self.catalogues for name in each.sets)
            near = nearest(self._panel.filter.text(), names)
            k2 = any(each.service.is_k2 for each in self.catalogues)
            self._panel.show_empty(no_match(near, k2))
        self.shown.emit()

    def _show_nothing_known(self) -> None:
        environment = self._environment
        wants_token = environment is not None and environment.auth_type is AuthType.OAUTH2
        if self._panel.banner.isVisibleTo(self._panel):
            self._panel.show_empty(FAILED)
        elif wants_token and not self._has_token():
            self._panel.show_empty(NO_TOKEN)
        else:
            self._panel.show_empty(NOT_FETCHED)
        self.shown.emit()

    def _fail(self, problem: Problem) -> None:
        self._end()
        self._panel.show_problem(problem)
        if not self.catalogues:
            self._show_nothing_known()
        self.shown.emit()

    def _cancelled(self) -> None:
        self._end()
        if not self.catalogues:
            self._show_nothing_known()

    def _has_token(self) -> bool:
        environment = self._environment
        if environment is None:
            return False
        if self._current.token is not None:
            return True
        held = self._session.tokens.held() if "tokens" in vars(self._session) else ()
        return any(each.environment_id == environment.id for each in held)

    def _drop(self) -> None:
        for running in (self._running, self._filtering):
            if running is not None:
                running.drop()
        self._filtering = None
        self._end()

    def _end(self) -> None:
        self._running = None
        self._panel.show_busy(False)


def _addresses(environment: Environment | None) -> tuple[str, ...]:
    """What decides about the services: the id, then each address that there is."""
    if environment is None:
        return ()
    values = environment.values()
    found = (values.get(name, "") for name in ("odata", "odata_v3"))
    return (environment.id, *filter(None, found))


def _with_tree(
    work: "Generator[Any, None, Explored]",
) -> "Generator[Any, None, tuple[Explored, tuple[Node, ...]]]":
    """On the lane: the explored services, and a tree of each."""
    from k2bench.apis.odata.catalogue import root_of

    explored = yield from work
    return explored, tuple(root_of(each) for each in explored.catalogues)


def _filtered(roots: "tuple[Node, ...]", typed: str) -> "Generator[Any, None, Filtered]":
    from k2bench.apis.catalogue_filter import filtered

    return (yield from filtered(roots, typed))
