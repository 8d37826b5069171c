"""From an environment to the token that a request of it is sent with."""

from dataclasses import dataclass

from k2bench.auth.credentials import CLIENT_SECRET as FIELD
from k2bench.auth.credentials import ClientAuth, ClientCredentials
from k2bench.auth.token import AccessToken
from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step, WorkbenchError
from k2bench.core.secret import Secret
from k2bench.core.url import Origin
from k2bench.workbench.secrets import CLIENT_SECRET, Secrets
from k2bench.workbench.tokens import Tokens


def credentials_of(environment: Environment, secret: Secret) -> ClientCredentials:
    """The credentials that `environment` and its secret make."""
    return ClientCredentials(
        environment.token_url,
        environment.client_id,
        secret,
        environment.scope,
        ClientAuth(environment.client_auth),
    )


@dataclass(frozen=True, slots=True)
class TokenSource:
    """Finds the pinned token, else the cached one, else gets a new one."""

    tokens: Tokens
    secrets: Secrets

    async def token_for(self, environment: Environment, origin: Origin) -> AccessToken | None:
        """The token for `origin`, one of the environment's own.

        Raises:
            WorkbenchError: there is no secret to get a token with, or the login refused.
        """
        pinned = self.tokens.pinned(environment.id, environment.scope)
        if pinned is not None:
            return pinned
        secret = await self.secrets.read(environment.id, CLIENT_SECRET)
        if secret is None:
            raise WorkbenchError(
                Problem(
                    ProblemKind.INPUT,
                    "There is no token, and no secret to get one with",
                    f"Enter the client secret of “{environment.name}” and get a new access token.",
                    steps=(NextStep(f"Edit {FIELD}", Step.EDIT_FIELD, FIELD),),
                )
            )
        return await self.tokens.token_for(environment.id, credentials_of(environment, secret))
