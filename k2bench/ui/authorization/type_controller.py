"""Which authorization is in force: the request's own, or its environment's."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from k2bench.core.auth_type import AuthType
from k2bench.core.authorization import (
    ApiKeyAuth,
    Auth,
    BasicAuth,
    BearerAuth,
    OAuth2,
    make_auth,
    type_of,
)
from k2bench.core.environment import AUTH_KINDS, Environment
from k2bench.core.problem import Problem, WorkbenchError
from k2bench.core.secret import Secret
from k2bench.ui.authorization.kept import session_only, where_kept
from k2bench.ui.authorization.panel import AuthorizationPanel
from k2bench.ui.bridge import Bridge, Running
from k2bench.ui.current import Current
from k2bench.workbench.session import Session


class AuthTypeController(QObject):
    """Between the panel's type, its fields besides OAuth 2.0, the request and the environment."""

    failed = Signal(object)  # Problem

    def __init__(
        self, session: Session, bridge: Bridge, current: Current, panel: AuthorizationPanel
    ) -> None:
        super().__init__()
        self._session = session
        self._bridge = bridge
        self._current = current
        self._panel = panel
        self._reading: Running | None = None

    def show(self) -> None:
        """The request or the environment is another one."""
        if self._reading is not None:
            self._reading.drop()
            self._reading = None
        own = self._current.request_auth
        environment = self._current.environment
        self._panel.others.show_kept(where_kept(environment, own is not None))
        if own is not None:
            self._panel.show_auth(own, own=True)
        elif environment is None or environment.auth_type is AuthType.OAUTH2:
            self._panel.show_auth(OAuth2(), own=False)
        else:
            self._panel.show_auth(_of(environment, Secret("")), own=False)
            kind = AUTH_KINDS.get(environment.auth_type)
            if kind is None:
                return
            self._reading = self._bridge.start(
                lambda _: self._session.secrets.read(environment.id, kind),
                success=lambda secret: self._read(environment, secret),
                failure=self.failed.emit,
            )

    def save_edit(self) -> None:
        """The type, its fields, or whose it is were changed by hand."""
        auth = self._panel.auth()
        if self._panel.own.isChecked():
            self._current.show_request_auth(auth)
        elif self._current.request_auth is not None:
            self._current.show_request_auth(None)  # back to the environment's, which is shown
        else:
            self._save(auth)

    def _read(self, environment: Environment, secret: Secret | None) -> None:
        if secret is not None:
            self._panel.show_auth(_of(environment, secret), own=False)

    async def _keep(self, environment: Environment, kind: str, secret: Secret) -> Problem | None:
        if environment.transient and secret:
            self._session.secrets.remember(environment.id, kind, secret)
            return None
        return await self._session.secrets.keep_all(environment.id, {kind: secret})

    def _kept(self, environment: Environment, problem: Problem | None) -> None:
        now = self._current.environment
        if problem and now is not None and now.id == environment.id:
            self._panel.others.show_kept(session_only(problem))

    def _save(self, auth: Auth) -> None:
        environment = self._current.environment
        if environment is None:
            return
        changed = replace(environment, auth_type=type_of(auth))
        given = self._panel.others.is_secret_given()  # before the fields are filled anew
        secret = Secret("")
        match auth:
            case BearerAuth(token):
                secret = token
            case BasicAuth(username, password):
                changed, secret = replace(changed, auth_name=username), password
            case ApiKeyAuth(name, key, place):
                changed, secret = replace(changed, auth_name=name, auth_place=place), key
        if changed != environment:
            try:
                self._session.environments.put(changed)
            except WorkbenchError as error:
                self.failed.emit(error.problem)
            self._current.show_environment(changed)
        kind = AUTH_KINDS.get(changed.auth_type)
        if kind is not None and given:
            self._bridge.start(
                lambda _: self._keep(environment, kind, secret),
                success=lambda problem: self._kept(environment, problem),
                failure=self.failed.emit,
            )


def _of(environment: Environment, secret: Secret) -> Auth:
    return make_auth(environment.auth_type, environment.auth_name, secret, environment.auth_place)
