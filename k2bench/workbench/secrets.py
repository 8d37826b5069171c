"""The secrets of this session: in memory, and in the keychain where there is one.

It does not know which widget a secret came from; each one that passes is told to the Redactor.
"""

import asyncio
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from k2bench.core.problem import Problem, ProblemKind, WorkbenchError
from k2bench.core.redaction import Redactor
from k2bench.core.secret import Secret
from k2bench.store.keychain import Keychain

T = TypeVar("T")
ANSWERS_WITHIN = 5.0  # seconds; D-Bus can block for ever


class Kept(StrEnum):
    """Where a secret is."""

    KEYCHAIN = "keychain"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where a secret was put, and why not in the keychain if it was not."""

    kept: Kept
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Copied:
    """Whether there were secrets to copy; why they are for this session only; why some are not."""

    any: bool
    unkept: Problem | None = None
    unread: Problem | None = None


class Secrets:
    """Secrets by the id of their environment and their kind."""

    def __init__(
        self, keychain: Keychain, redactor: Redactor, answers_within: float = ANSWERS_WITHIN
    ) -> None:
        self._keychain = keychain
        self.redactor = redactor
        self._timeout = answers_within
        self._memory: dict[tuple[str, str], Secret] = {}
        self._stuck: Future[Any] | None = None

    def remember(self, environment_id: str, kind: str, secret: Secret) -> None:
        """Keep `secret` for this session only."""
        self.redactor.add(secret)
        self._memory[environment_id, kind] = secret

    def remembered(self, environment_id: str, kind: str) -> Secret | None:
        """The secret if this session has it already; never asks the keychain."""
        return self._memory.get((environment_id, kind))

    async def read(self, environment_id: str, kind: str) -> Secret | None:
        """The secret, from memory or the keychain; None when neither has it.

        Raises:
            WorkbenchError: there is no keychain, or it does not answer.
        """
        known = self._memory.get((environment_id, kind))
        if known is not None:
            return known
        found = await self._ask(self._keychain.read(_name(environment_id, kind)))
        if found is not None:
            self.remember(environment_id, kind, found)
        return found

    async def keep(self, environment_id: str, kind: str, secret: Secret) -> Keeping:
        """Keep `secret` in the keychain, and in memory in any case."""
        self.remember(environment_id, kind, secret)
        try:
            await self._ask(self._keychain.write(_name(environment_id, kind), secret))
        except WorkbenchError as error:
            return Keeping(Kept.SESSION, error.problem)
        return Keeping(Kept.KEYCHAIN)

    async def forget(self, environment_id: str, kind: str) -> None:
        """Delete the secret everywhere.

        Raises:
            WorkbenchError: the keychain could not be asked; the secret may still be in it.
        """
        self._memory.pop((environment_id, kind), None)
        await self._ask(self._keychain.delete(_name(environment_id, kind)))

    async def read_all(self, environment_id: str, kinds: Iterable[str]) -> dict[str, Secret | None]:
        """Several secrets; None for each that is not there, or could not be read."""
        found: dict[str, Secret | None] = {}
        for kind in kinds:
            try:
                found[kind] = await self.read(environment_id, kind)
            except WorkbenchError:
                found[kind] = None
        return found

    async def keep_all(self, environment_id: str, secrets: Mapping[str, Secret]) -> Problem | None:
        """Keep several; an empty one is forgotten. The reason if one is not in the keychain."""
        problem = None
        for kind, secret in secrets.items():
            if secret:
                problem = (await self.keep(environment_id, kind, secret)).problem or problem
            else:
                await self._forget_quietly(environment_id, kind)
        return problem

    async def copy_all(self, source: str, target: str, kinds: Iterable[str]) -> Copied:
        """Give another environment the same secrets, those that can be read."""
        found: dict[str, Secret] = {}
        unread: Problem | None = None
        for kind in kinds:
            try:
                secret = await self.read(source, kind)
            except WorkbenchError as error:
                unread = error.problem
                continue
            if secret:
                found[kind] = secret
        return Copied(bool(found), await self.keep_all(target, found), unread)

    async def forget_all(self, environment_id: str, kinds: Iterable[str]) -> None:
        """Delete several everywhere.

        Raises:
            WorkbenchError: the keychain could not be asked; some may still be in it.
        """
        kinds = tuple(kinds)
        for kind in kinds:
            self._memory.pop((environment_id, kind), None)
        for kind in kinds:
            await self.forget(environment_id, kind)

    async def _forget_quietly(self, environment_id: str, kind: str) -> None:
        # Without a keychain there is nothing in it to forget.
        with suppress(WorkbenchError):
            await self.forget(environment_id, kind)

    async def _ask(self, future: "Future[T]") -> T:
        if self._stuck is not None and not self._stuck.done():
            future.cancel()  # it would wait behind the call that hangs
            raise _silent(self._timeout)
        self._stuck = None
        try:
            return await asyncio.wait_for(asyncio.wrap_future(future), self._timeout)
        except TimeoutError as error:
            self._stuck = future
            raise _silent(self._timeout) from error


def _name(environment_id: str, kind: str) -> str:
    return f"{environment_id}/{kind}"


def _silent(seconds: float) -> WorkbenchError:
    return WorkbenchError(
        Problem(
            ProblemKind.STORAGE,
            "The keychain does not answer",
            f"It was asked {seconds:g} s ago. It may be locked, with its window waiting behind "
            "another one. Secrets are kept for this session only.",
        )
    )
