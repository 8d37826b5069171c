"""Gathers the secrets that a request names, then plans it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from k2bench.core.auth_type import AuthType
from k2bench.core.authorization import ApiKeyAuth, Auth, BasicAuth, BearerAuth, make_auth
from k2bench.core.environment import AUTH_KINDS, SCIM_NAME, Environment
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step, WorkbenchError
from k2bench.core.request import FormBody, RequestSpec, TextBody
from k2bench.core.secret import Secret
from k2bench.core.variables import names_in
from k2bench.workbench.planning import NOTHING_DECIDED, Decisions, Outcome, Question, plan
from k2bench.workbench.secrets import Secrets

# The field of the Authorization panel that holds the secret of each type.
_FIELDS = {AuthType.BEARER: "Token", AuthType.BASIC: "Password", AuthType.API_KEY: "Value"}


@dataclass(frozen=True, slots=True)
class Preparer:
    """Plans requests with the secrets of their environment; only those that are named are read."""

    secrets: Secrets

    async def prepare(
        self,
        spec: RequestSpec,
        environment: Environment,
        decisions: Decisions = NOTHING_DECIDED,
    ) -> Outcome:
        """A plan, or the question to ask first.

        Raises:
            WorkbenchError: a secret is not there, or see `planning.plan`.
        """
        auth = spec.auth or await self._environment_auth(environment)
        used = _names_used(spec, auth, environment.values())
        values = {
            name: await self._value(environment, name, kind)
            for name, kind in environment.secret_names().items()
            if name in used
        }
        for secret in _secrets_in(auth):
            if not names_in(secret.reveal()):  # a placeholder is no secret
                self.secrets.redactor.add(secret)
        return self._planned(lambda: plan(spec, environment, values, auth, decisions))

    def _planned(self, make: Callable[[], Outcome]) -> Outcome:
        """What `make` gives; where it is told to people, it quotes no secret."""
        redactor = self.secrets.redactor
        try:
            outcome = make()
        except WorkbenchError as error:
            raise WorkbenchError(redactor.mask_problem(error.problem)) from None
        if isinstance(outcome, Question):
            return replace(outcome, detail=redactor.mask(outcome.detail))
        return outcome

    async def _environment_auth(self, environment: Environment) -> Auth:
        kind = environment.auth_type
        secret = Secret("")
        if kind in AUTH_KINDS:
            secret = await self._secret(environment, AUTH_KINDS[kind], kind.value, _FIELDS[kind])
        return make_auth(kind, environment.auth_name, secret, environment.auth_place)

    async def _value(self, environment: Environment, name: str, kind: str) -> Secret:
        field = "SCIM token" if name == SCIM_NAME else "Variables"
        secret = await self._secret(environment, kind, f"{{{{{name}}}}}", field)
        return Secret(environment.scim_base(secret.reveal())) if name == SCIM_NAME else secret

    async def _secret(self, environment: Environment, kind: str, what: str, field: str) -> Secret:
        secret = await self.secrets.read(environment.id, kind)
        if secret is None:
            raise WorkbenchError(
                Problem(
                    ProblemKind.INPUT,
                    f"The secret of {what} is not known",
                    f"Enter it for “{environment.name}” in Manage environments or in the "
                    "Authorization panel.",
                    steps=(NextStep("Enter it", Step.EDIT_FIELD, field),),
                )
            )
        return secret


def _secrets_in(auth: Auth) -> tuple[Secret, ...]:
    match auth:
        case BearerAuth(token):
            return (token,)
        case BasicAuth(_, password):
            return (password,)
        case ApiKeyAuth(_, key, _):
            return (key,)
    return ()


def _names_used(spec: RequestSpec, auth: Auth, values: Mapping[str, str]) -> set[str]:
    """Every `{{name}}` in the request, and in the values of the names found."""
    texts = [spec.url, *(part for p in spec.headers if p.enabled for part in (p.name, p.value))]
    match spec.body:
        case TextBody(text, _):
            texts.append(text)
        case FormBody(pairs):
            texts += [part for p in pairs if p.enabled for part in (p.name, p.value)]
    texts += [secret.reveal() for secret in _secrets_in(auth)]
    if isinstance(auth, BasicAuth):
        texts.append(auth.username)
    elif isinstance(auth, ApiKeyAuth):
        texts.append(auth.name)
    found: set[str] = set()
    waiting = [name for text in texts for name in names_in(text)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += names_in(values.get(name, ""))
    return found
