"""Asks a token endpoint once: checked, sent, read or explained. Redirects are never followed."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from k2bench.auth.credentials import Advice, ClientCredentials, checked
from k2bench.auth.diagnosis import diagnose
from k2bench.auth.token import LARGEST, AccessToken, NotATokenError, read_token, tokens_in
from k2bench.auth.token_answer import TokenAnswer
from k2bench.auth.token_request import token_request
from k2bench.core.problem import WorkbenchError
from k2bench.core.request import RequestSpec
from k2bench.core.response import ResponseSnapshot
from k2bench.workbench.exchange import Exchange


@dataclass(frozen=True, slots=True)
class Acquired:
    """A token, the exchange that brought it (masked), and what was odd about the credentials."""

    token: AccessToken
    answer: ResponseSnapshot
    advice: tuple[Advice, ...] = ()


@dataclass(frozen=True, slots=True)
class TokenEndpoint:
    """The token endpoints of all environments."""

    exchange: Exchange
    clock: Callable[[], float]

    async def fetch(self, given: ClientCredentials) -> Acquired:
        """One token request.

        Raises:
            WorkbenchError: the credentials cannot be sent, nothing answered, or what came is no
                token; the Problem names the likely causes.
        """
        redactor = self.exchange.redactor
        redactor.add(given.client_secret)
        credentials, advice = checked(given)
        wire = token_request(credentials)
        received = await self.exchange.receive(wire, largest=LARGEST)
        snapshot = self.exchange.snapshot(
            RequestSpec("POST", credentials.token_url, name="Access token"), wire, received
        )
        media_type, now = snapshot.media_type, self.clock()
        try:
            if snapshot.status != 200:
                raise NotATokenError(f"status {snapshot.status}")
            token = read_token(snapshot.body[:], media_type, credentials.scope, now)
        except NotATokenError as error:
            for unusable in tokens_in(snapshot.body[:]):
                redactor.add(unusable)
            # masked before it is cut for the details: half a token would not be known
            answer = replace(
                _answer(self.exchange.masked(snapshot)),
                why=str(error),
                too_large=len(snapshot.body) >= LARGEST,
            )
            problem = diagnose(answer, credentials)
            detail = redactor.mask(problem.detail)
            raise WorkbenchError(replace(problem, detail=detail)) from error
        redactor.add(token.value)
        return Acquired(token, self.exchange.masked(snapshot), advice)


def _answer(snapshot: ResponseSnapshot) -> TokenAnswer:
    return TokenAnswer(
        snapshot.status,
        snapshot.media_type,
        snapshot.body[:],
        snapshot.header("location") or "",
        snapshot.header("retry-after") or "",
        snapshot.problem,
    )
