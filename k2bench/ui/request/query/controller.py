"""Between the page *Query* of a tab and what is known of the service that its URL points to."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.place import OLDER, Place, place_of
from k2bench.apis.odata.query import option, with_option
from k2bench.core.environment import Environment
from k2bench.core.problem import WorkbenchError
from k2bench.ui.bridge import Bridge, Running
from k2bench.ui.current import Current
from k2bench.ui.request.panel import RequestPanel
from k2bench.ui.request.query.cell_condition import with_cell
from k2bench.ui.request.query.loading import load
from k2bench.ui.response.cell_query import CellQuery
from k2bench.workbench.outgoing import filled_in, outgoing_url
from k2bench.workbench.session import Session

if TYPE_CHECKING:  # with the page, which is made when it is first seen
    from k2bench.ui.request.query.page import QueryPage

NO_ENVIRONMENT = Environment("", "No environment")


class QueryController(QObject):
    """Makes the page when it is first seen, and keeps it in step while it is seen."""

    refresh_requested = Signal()  # the explorer
    failed = Signal(object)  # Problem

    def __init__(
        self, session: Session, bridge: Bridge, current: Current, panel: RequestPanel
    ) -> None:
        super().__init__()
        self._session = session
        self._bridge = bridge
        self._current = current
        self._panel = panel
        self._loading: Running | None = None
        self._adding: Running | None = None
        self.page: QueryPage | None = None
        panel.query.needed.connect(self._load)
        panel.changed.connect(self.show)
        current.environment_changed.connect(self.show)
        current.schema_changed.connect(self.show)

    def show(self) -> None:
        """Show the request as it stands, if the page is seen."""
        if self.page is None or not self.page.isVisible():
            return
        from k2bench.ui.request.query.surroundings import surroundings_of  # with the page

        spec, environment = self._panel.spec(), self._current.environment or NO_ENVIRONMENT
        self.page.show_url(spec.url)
        try:
            url = filled_in(spec.url, environment)
            outgoing = outgoing_url(spec, environment, spec.auth, self._session.redactor)
        except WorkbenchError as error:
            self.page.show_outgoing("", self._session.redactor.mask(str(error.problem.title)))
            url = spec.url
        else:
            self.page.show_outgoing(outgoing)
        known = surroundings_of(url, environment, self._session.schemas)
        if known != self.page.surroundings:
            self.page.show_surroundings(known)

    def add_cell(self, asked: CellQuery) -> None:
        """A cell of the answer: ask for it in the `$filter`; nothing is sent."""
        url = self._panel.url.text()
        place = self._place(url)
        older = place is not None and place.root.lower().endswith(OLDER)
        dialect = Dialect.V3 if older else Dialect.V4
        text = option(url, "$filter") or ""
        if self._adding is not None:
            self._adding.drop()
        self._adding = self._bridge.start_steps(
            lambda: with_cell(text, asked, dialect),
            success=lambda new: self._added(url, new),
            failure=self.failed.emit,
        )

    def _added(self, url: str, text: str) -> None:
        if self._panel.url.text() == url:
            self._panel.edit_url(with_option(url, "$filter", text))
            self._panel.pages.show_page("Query")

    def _place(self, url: str) -> Place | None:
        environment = self._current.environment or NO_ENVIRONMENT
        try:
            return place_of(filled_in(url, environment), environment)
        except WorkbenchError:
            return None

    def leave(self) -> None:
        """The tab is being closed."""
        for work in (self._loading, self._adding):
            if work is not None:
                work.drop()
        if self.page is not None:
            self.page.leave()

    def _load(self) -> None:
        self._loading = self._bridge.start_steps(
            load, success=lambda _: self._make(), failure=self.failed.emit
        )

    def _make(self) -> None:
        from k2bench.ui.request.query.page import QueryPage  # not for the first paint

        page = self.page = QueryPage(self._bridge)
        page.shown.connect(self.show)
        page.url_edited.connect(self._panel.edit_url)
        page.send_requested.connect(self._panel.send_requested)
        page.refresh_requested.connect(self.refresh_requested)
        page.failed.connect(self.failed)
        self._panel.query.show_page(page)
