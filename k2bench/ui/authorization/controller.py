"""Get New Access Token, Use Token: between the panel and the workbench."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from k2bench.auth.credentials import CLIENT_SECRET, ClientCredentials, checked
from k2bench.auth.token import AccessToken
from k2bench.core.environment import Environment, SecretKind
from k2bench.core.problem import Problem, WorkbenchError
from k2bench.core.secret import Secret
from k2bench.ui.authorization.panel import AuthorizationPanel
from k2bench.ui.bridge import Bridge, Running
from k2bench.ui.current import Current
from k2bench.workbench.session import Session

if TYPE_CHECKING:
    from k2bench.workbench.token_endpoint import Acquired

IN_KEYCHAIN = "Kept in the system's keychain."
IN_SESSION = "Kept for this session only."


class AuthorizationController(QObject):
    """Edits the current environment's login, gets tokens for it, and pins them."""

    got = Signal()  # a token came
    failed = Signal(object)  # Problem

    def __init__(
        self, session: Session, bridge: Bridge, current: Current, panel: AuthorizationPanel
    ) -> None:
        super().__init__()
        self._session = session
        self._bridge = bridge
        self._current = current
        self._panel = panel
        self._asking: Running | None = None
        self._reading: Running | None = None
        self._keeping: Running | None = None
        self._latest: dict[str, AccessToken] = {}
        self._asked_scope: dict[Secret, str] = {}
        self._shown_id: str | None = None
        self._shown_login: tuple[str, ...] = ()
        self._typed: dict[str, Secret] = {}  # by environment: typed, and another one was shown

    def show_environment(self) -> None:
        """The current environment is another one, or has changed."""
        environment = self._current.environment
        if environment is not None and environment.id == self._shown_id:
            if _login(environment)[:2] != self._shown_login[:2]:
                self._drop_token(environment.id)
            self._panel.oauth.show_scopes(environment)
            if _login(environment) in (self._shown_login, self._typed_login()):
                self._shown_login = _login(environment)
                return  # changed by this panel itself, or not in its login: what is typed stays
        known = self._typed.pop(environment.id, None) if environment else None
        self._show(environment, known or self._remembered(environment))

    def reload(self, environment_id: str) -> None:
        """It was saved elsewhere, its secret perhaps, too. One typed here stays if none is kept."""
        environment = self._current.environment
        if environment is not None and environment.id == environment_id:
            self._show(environment, self._panel.oauth.secret.secret(), again=True)

    def forget(self, environment_id: str) -> None:
        """Another login was put into an environment: what was shown of it is no longer right."""
        self._session.tokens.forget(environment_id)
        self._drop_token(environment_id)
        if self._shown_id == environment_id:
            self._shown_id = None
            self.show_environment()

    def _show(
        self, environment: Environment | None, known: Secret | None, again: bool = False
    ) -> None:
        self._keep_typed(environment)
        self._shown_login = _login(environment) if environment else ()
        self._shown_id = environment.id if environment else None
        self._drop()
        self._panel.show_environment(environment, known)
        self._panel.show_kept("")
        self.show_token()
        if environment is not None and (again or known is None):
            self._read_secret(environment, again)

    def _keep_typed(self, following: Environment | None) -> None:
        """A secret that was typed and not used yet is there again when its environment is."""
        field = self._panel.oauth.secret
        if self._shown_id and field.isModified() and _id(following) != self._shown_id:
            self._typed[self._shown_id] = field.secret()

    def _drop_token(self, environment_id: str) -> None:
        self._latest.pop(environment_id, None)
        self._current.show_token(environment_id, None)

    def _typed_login(self) -> tuple[str, ...]:
        typed = self._panel.oauth.credentials()
        return (typed.token_url.strip(), typed.client_id.strip(), typed.client_auth.value)

    def show_token(self) -> None:
        """The token in use may have changed."""
        latest = self._latest.get(self._shown_id or "")
        in_use = latest is not None and latest is self._current.token
        self._panel.show_token(latest, in_use)

    def save_edit(self) -> None:
        """A field was left: keep what it holds if it can be used."""
        environment = self._current.environment
        if environment is None:
            return
        typed = self._panel.oauth.credentials()
        self._panel.clear_messages()
        try:
            ready, advice = checked(_filled(typed))
        except WorkbenchError:
            return  # half typed; said when a token is asked for
        said = [each for each in advice if each.field != CLIENT_SECRET or typed.client_secret]
        self._panel.show_advice(tuple(said))
        kept = replace(
            ready,
            token_url=ready.token_url if typed.token_url.strip() else environment.token_url,
            client_id=ready.client_id if typed.client_id.strip() else environment.client_id,
        )
        self._save(environment, kept)

    def get_token(self) -> None:
        """*Get New Access Token*: keep the secret, then ask the login."""
        environment = self._current.environment
        if environment is None:
            return
        self._drop()
        self._panel.clear_messages()
        try:
            ready, advice = checked(self._panel.oauth.credentials())
        except WorkbenchError as error:
            self._panel.show_problem(error.problem)
            return
        self._panel.show_advice(advice)
        self._save(environment, ready)
        self._panel.show_busy(True)
        self._keep(environment, ready.client_secret)
        self._asking = self._bridge.start(
            lambda _: self._session.tokens.acquire(environment.id, ready),
            success=lambda acquired: self._got(environment, ready.scope, acquired),
            failure=self._failed,
            cancelled=lambda: self._panel.show_busy(False),
        )

    def cancel(self) -> None:
        """Stop waiting for the login."""
        if self._asking is not None:
            self._asking.cancel()

    def use(self, token: AccessToken) -> None:
        """*Use Token*: the requests of this environment are sent with `token`."""
        environment = self._current.environment
        if environment is None:
            return
        asked = self._asked_scope.get(token.value, "") or environment.scope
        for scope in {asked, *asked.split()}:
            self._session.tokens.pin(environment.id, scope, token)
        self._current.show_token(environment.id, token)

    def _keep(self, environment: Environment, secret: Secret) -> None:
        # Beside the token request, not before it: a keychain may take seconds to answer.
        if environment.transient:
            self._panel.show_kept(IN_SESSION)
            self._bridge.start(
                lambda _: self._remember(environment, secret), _ignore, self._panel.show_problem
            )
            return
        self._keeping = self._bridge.start(
            lambda _: self._session.secrets.keep(environment.id, SecretKind.CLIENT, secret),
            success=lambda keeping: self._panel.show_kept(
                _session_only(keeping.problem) if keeping.problem else IN_KEYCHAIN
            ),
            failure=self._panel.show_problem,
        )

    async def _remember(self, environment: Environment, secret: Secret) -> None:
        self._session.secrets.remember(environment.id, SecretKind.CLIENT, secret)

    def _got(self, environment: Environment, scope: str, acquired: "Acquired") -> None:
        self._asking = None
        self._asked_scope[acquired.token.value] = scope
        self._panel.show_busy(False)
        self._latest[environment.id] = acquired.token
        self.show_token()
        self.got.emit()

    def _failed(self, problem: Problem) -> None:
        self._asking = None
        self._panel.show_busy(False)
        self._panel.show_problem(problem)
        self.failed.emit(problem)

    def _save(self, environment: Environment, ready: ClientCredentials) -> None:
        changed = replace(
            environment,
            token_url=ready.token_url,
            client_id=ready.client_id,
            client_auth=ready.client_auth.value,
        )
        if self._panel.oauth.is_scim_scope():
            changed = replace(changed, scim_scope=ready.scope)
        else:
            changed = replace(changed, scope=ready.scope)
        self._panel.oauth.show_ready(ready)
        if changed == environment:
            return
        if _login(changed)[:2] != _login(environment)[:2]:
            self._drop_token(environment.id)
        self._shown_login = _login(changed)  # by this panel: what else is typed stays
        try:
            self._session.environments.put(changed)
        except WorkbenchError as error:
            self._panel.show_problem(error.problem)
        self._current.show_environment(changed)
        self.show_token()

    def _remembered(self, environment: Environment | None) -> Secret | None:
        # Making `secrets` imports asyncio, which must wait until after the first paint.
        if environment is None or "secrets" not in vars(self._session):
            return None
        return self._session.secrets.remembered(environment.id, SecretKind.CLIENT)

    def _read_secret(self, environment: Environment, again: bool) -> None:
        self._reading = self._bridge.start(
            lambda _: self._session.secrets.read(environment.id, SecretKind.CLIENT),
            success=lambda secret: self._read(environment, secret, again),
            failure=self._not_read,
        )

    def _read(self, environment: Environment, secret: Secret | None, again: bool) -> None:
        field = self._panel.oauth.secret
        if secret is not None and (not field.secret() or (again and not field.isModified())):
            self._panel.show_secret(secret)
            self._panel.show_kept(IN_SESSION if environment.transient else IN_KEYCHAIN)

    def _not_read(self, problem: Problem) -> None:
        if self._panel.oauth.secret.secret():
            self._panel.show_kept(_session_only(problem))
        else:
            self._panel.show_kept(f"{problem.title}: a secret is kept for this session only.")

    def _drop(self) -> None:
        for running in (self._asking, self._reading):  # what is being kept is kept to the end
            if running is not None:
                running.drop()
        self._asking = self._reading = None
        self._panel.show_busy(False)


def _login(environment: Environment) -> tuple[str, ...]:
    return (environment.token_url, environment.client_id, environment.client_auth)


def _id(environment: Environment | None) -> str | None:
    return environment.id if environment else None


def _filled(typed: ClientCredentials) -> ClientCredentials:
    """`typed` with something in each blank field, so that the others can be checked."""
    return replace(
        typed,
        token_url=typed.token_url if typed.token_url.strip() else "https://blank",
        client_id=typed.client_id if typed.client_id.strip() else "blank",
        client_secret=typed.client_secret or Secret("blank"),
    )


def _ignore(_: object) -> None:
    pass


def _session_only(problem: Problem) -> str:
    return f"{IN_SESSION} {problem.title}" + (f": {problem.detail}" if problem.detail else ".")
