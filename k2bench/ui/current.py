"""The one holder of what several panels show: the environment and the token in use."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from k2bench.core.environment import Environment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from k2bench.auth.token import AccessToken
    from k2bench.core.authorization import Auth
    from k2bench.core.url import Origin


class Current(QObject):
    """One signal per fact. Controllers read it; they never ask each other.

    Attributes:
        origins: by the id of an environment, other origins and whether its credentials may go
            there; for this session.
    """

    environment_changed = Signal()
    environments_changed = Signal()
    token_changed = Signal()
    request_auth_changed = Signal()
    schema_changed = Signal()  # what `Session.schemas` knows of the environment

    def __init__(self) -> None:
        super().__init__()
        self._environment: Environment | None = None
        self.origins: dict[str, Mapping[Origin, bool]] = {}
        self._request_auth: Auth | None = None
        self._tokens: dict[str, AccessToken] = {}

    @property
    def environment(self) -> Environment | None:
        """The environment of the open tab."""
        return self._environment

    @property
    def token(self) -> "AccessToken | None":
        """The token that its requests are sent with, if one was chosen with *Use Token*."""
        return self._tokens.get(self._environment.id) if self._environment else None

    @property
    def request_auth(self) -> "Auth | None":
        """The authorization of the open tab's request; None: it has its environment's."""
        return self._request_auth

    def show_request_auth(self, auth: "Auth | None") -> None:
        """Another request, or the same with another authorization."""
        if auth != self._request_auth:
            self._request_auth = auth
            self.request_auth_changed.emit()

    def show_environment(self, environment: Environment | None) -> None:
        """Another environment, or the same one changed."""
        other = _id(environment) != _id(self._environment)
        changed = environment != self._environment
        self._environment = environment
        if changed:
            self.environment_changed.emit()
        if other:
            self.token_changed.emit()

    def show_token(self, environment_id: str, token: "AccessToken | None") -> None:
        """The token of one environment; None: it is no longer in use."""
        if token is None:
            self._tokens.pop(environment_id, None)
        else:
            self._tokens[environment_id] = token
        if environment_id == _id(self._environment):
            self.token_changed.emit()


def _id(environment: Environment | None) -> str | None:
    return environment.id if environment else None
