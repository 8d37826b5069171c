"""The panels to work with and their connections, made when there is an environment to work in."""

from PySide6.QtCore import QObject, Qt, Signal

from k2bench.core.problem import NextStep, Step
from k2bench.core.request import RequestSpec
from k2bench.core.secret import Secret
from k2bench.ui.authorization.controller import AuthorizationController
from k2bench.ui.authorization.panel import AuthorizationPanel
from k2bench.ui.authorization.reports import Reports
from k2bench.ui.authorization.type_controller import AuthTypeController
from k2bench.ui.explorer.controller import ExplorerController
from k2bench.ui.explorer.nodes import NodeActions
from k2bench.ui.explorer.panel import ExplorerPanel
from k2bench.ui.kit.tones import sizes
from k2bench.ui.parts import Parts
from k2bench.ui.request.controller import RequestController
from k2bench.ui.request.open_requests import OpenRequests
from k2bench.ui.request.tab import RequestTab
from k2bench.ui.request.tabs import RequestTabs
from k2bench.ui.response.panel import ResponsePanel

AUTHORIZATION_WIDTH = 72  # grid units
EXPLORER_WIDTH = 66
ROOM = 280  # grid units that the three columns need; in less the explorer begins folded away


class Workspace(QObject):
    """Owns the panels and their controllers. One line a connection."""

    step_requested = Signal(object)  # NextStep that the window takes
    paste_requested = Signal()
    hash_requested = Signal(object)  # the Secret to compare a hash with

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        session, bridge, current = parts.session, parts.bridge, parts.current
        self.tabs = RequestTabs()
        self.panel = AuthorizationPanel(parts.clipboard, session.clock)
        self.requests = OpenRequests(session, bridge, current, self.tabs)
        self.authorization = AuthorizationController(session, bridge, current, self.panel)
        self.auth_type = AuthTypeController(session, bridge, current, self.panel)
        self.reports = Reports(session, bridge, current, parts.window)
        self.explorer_panel = ExplorerPanel()
        self.explorer = ExplorerController(session, bridge, current, self.explorer_panel)
        self.nodes = NodeActions(session, bridge, self.explorer, parts.window)
        parts.window.add_workspace(self.tabs)
        self.explorer_dock = parts.window.add_dock(
            "Explorer",
            self.explorer_panel,
            Qt.DockWidgetArea.LeftDockWidgetArea,
            EXPLORER_WIDTH,
            shown=parts.window.width() >= ROOM * sizes().grid,
        )
        self.dock = parts.window.add_dock(
            "Authorization",
            self.panel,
            Qt.DockWidgetArea.RightDockWidgetArea,
            AUTHORIZATION_WIDTH,
        )

        self.panel.token_requested.connect(self.authorization.get_token)
        self.panel.cancel_requested.connect(self.authorization.cancel)
        self.panel.use_requested.connect(self.authorization.use)
        self.panel.edited.connect(self.authorization.save_edit)
        self.panel.auth_edited.connect(self.auth_type.save_edit)
        self.panel.paste_requested.connect(self.paste_requested)
        self.panel.check_requested.connect(self.check_endpoint)
        self.panel.inspect_requested.connect(self.reports.inspect)
        self.panel.step_requested.connect(self.take_step)
        self.auth_type.failed.connect(self.panel.show_problem)
        self.reports.step_requested.connect(self.take_step)

        self.requests.step_requested.connect(self.take_step)
        self.requests.failed.connect(parts.window.banner.show_problem)
        self.requests.refresh_requested.connect(self.explorer.refresh)

        self.explorer_panel.node_opened.connect(self.nodes.open)
        self.explorer_panel.menu_requested.connect(self.nodes.show_menu)
        self.explorer.step_requested.connect(self.take_step)
        self.nodes.step_requested.connect(self.take_step)
        self.nodes.request_opened.connect(self.requests.open)
        self.nodes.request_sent.connect(self.open_and_send)
        self.authorization.got.connect(self.explorer.token_changed)

        current.environment_changed.connect(self.authorization.show_environment)
        current.environment_changed.connect(self.explorer.show_environment)
        current.token_changed.connect(self.explorer.token_changed)
        current.environment_changed.connect(self.auth_type.show)
        current.request_auth_changed.connect(self.auth_type.show)
        current.request_auth_changed.connect(self.requests.show_auth)
        current.token_changed.connect(self.authorization.show_token)
        self.authorization.show_environment()
        self.auth_type.show()
        self.explorer.show_environment()

    @property
    def tab(self) -> RequestTab:
        """The open request and its answer."""
        return self.requests.tab

    @property
    def response(self) -> ResponsePanel:
        """The open request's answer."""
        return self.tab.response

    @property
    def request(self) -> RequestController:
        """The open request's controller."""
        return self.requests.controller

    def check_endpoint(self) -> None:
        """*Check Endpoint* of what stands in the fields."""
        self.reports.check_endpoint(self.panel.oauth.credentials())

    def take_step(self, step: NextStep) -> None:
        """A button of a problem that its own panel could not take."""
        match step.step:
            case Step.GET_TOKEN:
                self.authorization.get_token()
            case Step.CHECK_ENDPOINT:
                self.check_endpoint()
            case Step.INSPECT_TOKEN:
                self.reports.inspect_current()
            case Step.COMPARE_HASH:
                self.hash_requested.emit(self.panel.oauth.secret.secret())
            case Step.EDIT_FIELD if not self.panel.has_field(step.value):
                self.step_requested.emit(step)
            case Step.EDIT_FIELD | Step.SET_TOKEN_URL | Step.SET_SCOPE:
                self.dock.show()
                self.panel.take_step(step)
            case Step.OPEN_URL:
                self.open_and_send(RequestSpec("GET", step.value))
            case _:
                self.step_requested.emit(step)

    def open_and_send(self, spec: RequestSpec) -> None:
        """Show a request and send it."""
        self.requests.open(spec)
        self.request.send()

    def secret(self) -> Secret:
        """The client secret that stands in the Authorization panel."""
        return self.panel.oauth.secret.secret()
