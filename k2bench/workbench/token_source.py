"""From an environment and a scope to the token that a request is sent with."""

from dataclasses import dataclass, replace

from k2bench.auth.credentials import CLIENT_SECRET as FIELD
from k2bench.auth.credentials import ClientAuth, ClientCredentials
from k2bench.auth.token import AccessToken
from k2bench.core.environment import Environment, SecretKind
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step, WorkbenchError
from k2bench.core.secret import Secret
from k2bench.workbench.secrets import Secrets
from k2bench.workbench.tokens import Login, Tokens

UNPINNED = "The token chosen with Use Token was about to expire; it is no longer used."
OTHER_LOGIN = "The token chosen with Use Token was of another login; it is no longer used."


@dataclass(frozen=True, slots=True)
class Grant:
    """A token to send, and what is worth saying about where it came from."""

    token: AccessToken
    note: str = ""


def login_of(environment: Environment) -> Login:
    """Whose tokens the requests of `environment` are sent with."""
    return environment.token_url.strip(), environment.client_id.strip()


def credentials_of(environment: Environment, secret: Secret, scope: str = "") -> ClientCredentials:
    """The credentials that `environment` and its secret make; `scope` empty: the OData one."""
    return ClientCredentials(
        environment.token_url,
        environment.client_id,
        secret,
        scope or environment.scope,
        ClientAuth(environment.client_auth),
        environment.extra,
    )


@dataclass(frozen=True, slots=True)
class TokenSource:
    """Finds the pinned token, else the cached one, else gets a new one."""

    tokens: Tokens
    secrets: Secrets

    async def token_for(self, environment: Environment, scope: str) -> Grant:
        """The token for requests of `environment` to an origin of `scope`.

        Raises:
            WorkbenchError: there is no secret to get a token with, or the login refused.
        """
        had_pin = self.tokens.has_pin(environment.id, scope)
        pinned = self.tokens.pinned(environment.id, scope)
        note = UNPINNED if had_pin else ""
        if pinned is not None:
            if self.tokens.is_of(pinned, login_of(environment)):
                return Grant(pinned)
            self.tokens.refuse(pinned)
            note = OTHER_LOGIN
        credentials = await self._credentials(environment, scope)
        return Grant(await self.tokens.token_for(environment.id, credentials), note)

    async def renew(self, environment: Environment, scope: str, refused: AccessToken) -> Grant:
        """Another token than `refused`, which is not given out again.

        Raises:
            WorkbenchError: as `token_for`.
        """
        self.tokens.refuse(refused)
        return replace(await self.token_for(environment, scope), note="")

    async def _credentials(self, environment: Environment, scope: str) -> ClientCredentials:
        why = ""
        try:
            secret = await self.secrets.read(environment.id, SecretKind.CLIENT)
        except WorkbenchError as error:  # no keychain: it has to be typed again
            secret, why = None, f"{error.problem.title}. {error.problem.detail}"
        if secret is None:
            raise WorkbenchError(
                Problem(
                    ProblemKind.INPUT,
                    "There is no token, and no secret to get one with",
                    f"Enter the client secret of “{environment.name}” and get a new access token.",
                    detail=why,
                    steps=(NextStep(f"Edit {FIELD}", Step.EDIT_FIELD, FIELD),),
                )
            )
        return credentials_of(environment, secret, scope)
