"""Opens what explains a login: endpoint report, token inspector, the tokens of the session."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from k2bench.auth.credentials import ClientCredentials
from k2bench.auth.token import AccessToken
from k2bench.core.environment import Environment
from k2bench.core.url import without_userinfo
from k2bench.ui.bridge import Bridge, Running
from k2bench.ui.current import Current
from k2bench.workbench.session import Session

NOWHERE = Environment("", "")


class Reports(QObject):
    """Each dialog is made when it is asked for; its work ends with it."""

    step_requested = Signal(object)  # NextStep

    def __init__(self, session: Session, bridge: Bridge, current: Current, parent: QWidget) -> None:
        super().__init__()
        self._session = session
        self._bridge = bridge
        self._current = current
        self._parent = parent

    def check_endpoint(self, credentials: ClientCredentials) -> None:
        """Fetch and judge the discovery document behind a token URL."""
        # Made on demand, as its imports: nobody needs them to get a token.
        from k2bench.auth.discovery import discovery_url
        from k2bench.auth.endpoint_checks import Asked
        from k2bench.ui.authorization.endpoint_dialog import EndpointDialog
        from k2bench.workbench.endpoint_check import check_endpoint

        address = discovery_url(without_userinfo(credentials.token_url.strip())[0])
        dialog = EndpointDialog(address, self._bridge, self._parent)
        dialog.step_requested.connect(self.step_requested)
        asked = Asked(credentials.token_url, credentials.client_auth, credentials.scope)
        running = self._bridge.start(
            lambda _: check_endpoint(self._session.exchange, asked, self._session.clock),
            success=dialog.show_report,
            failure=dialog.show_problem,
        )
        self._open(dialog, running)

    def inspect_current(self) -> None:
        """Inspect the token in use, else the newest of the environment; else show all there are."""
        environment = self._current.environment or NOWHERE
        held = (h.token for h in self._session.tokens.held() if h.environment_id == environment.id)
        token = self._current.token or next(held, None)
        if token is not None:
            self.inspect(token)
        else:
            self.show_tokens()

    def inspect(self, token: AccessToken) -> None:
        """Lay a token out, and verify its signature meanwhile."""
        from k2bench.auth.claims import Expected
        from k2bench.auth.inspection import inspect
        from k2bench.ui.authorization.inspector_dialog import InspectorDialog
        from k2bench.workbench.verification import verify_of_login

        environment = self._environment_of(token)
        expected = Expected(environment.token_url, environment.client_id, self._session.clock())
        dialog = InspectorDialog(inspect(token, expected), self._parent)
        acquired = self._session.tokens.acquired(token)
        if acquired is not None:
            dialog.show_exchange(acquired.answer)
        running = self._bridge.start(
            lambda _: verify_of_login(self._session.exchange, token.value, environment.token_url),
            success=dialog.show_verification,
            failure=lambda _: None,
        )
        self._open(dialog, running)

    def _environment_of(self, token: AccessToken) -> Environment:
        """The one that `token` was got for: it may not be the current one."""
        for held in self._session.tokens.held():
            if held.token is token:
                return self._session.environments.get(held.environment_id) or NOWHERE
        return self._current.environment or NOWHERE

    def show_tokens(self) -> None:
        """The tokens of this session."""
        from k2bench.ui.authorization.tokens_dialog import TokensDialog

        dialog = TokensDialog(
            self._session.tokens.held(), self._name_of, self._session.clock(), self._parent
        )
        dialog.inspect_requested.connect(self.inspect)
        self._open(dialog, None)

    def _name_of(self, environment_id: str) -> str:
        environment = self._session.environments.get(environment_id)
        return environment.name if environment else "(deleted)"

    def _open(self, dialog: QDialog, running: Running | None) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if running is not None:
            dialog.finished.connect(running.drop)
        dialog.open()
