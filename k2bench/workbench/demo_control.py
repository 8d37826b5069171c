"""The demo tenant's control surface: its faults, and publishing the SmartObject that comes late."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from k2bench.core.problem import Problem, ProblemKind, WorkbenchError
from k2bench.core.secret import Secret
from k2bench.core.wire import WireRequest
from k2bench.workbench.demo_tenant import DemoAddresses
from k2bench.workbench.exchange import Exchange


@dataclass(frozen=True, slots=True)
class Fault:
    """A way in which the tenant can misbehave, and whether it does."""

    key: str
    title: str
    text: str
    active: bool


@dataclass(frozen=True, slots=True)
class DemoControl:
    """Talks to one running tenant."""

    exchange: Exchange
    addresses: DemoAddresses

    async def faults(self) -> tuple[Fault, ...]:
        """All faults with their texts.

        Raises:
            WorkbenchError: the tenant does not answer.
        """
        return _faults(await self._ask("GET", "faults"))

    async def set_fault(self, key: str, on: bool, **parameters: object) -> tuple[Fault, ...]:
        """Switch a fault on or off, and answer all of them.

        Raises:
            WorkbenchError: the tenant does not answer, or refuses.
        """
        return await self._post({"fault": key, "enabled": on, **parameters})

    async def clear(self) -> tuple[Fault, ...]:
        """Behave again.

        Raises:
            WorkbenchError: the tenant does not answer.
        """
        return await self._post({"clear": True})

    async def publish(self, smartobject: str, delay: float) -> None:
        """Publish a SmartObject as if *Apply Changes* had been pressed; it appears after `delay` s.

        Raises:
            WorkbenchError: the tenant does not answer, or refuses.
        """
        await self._ask("POST", "publish", {"smartobject": smartobject, "delay": delay})

    async def _post(self, wish: Mapping[str, object]) -> tuple[Fault, ...]:
        await self._ask("POST", "faults", wish)
        return await self.faults()

    async def _ask(self, method: str, path: str, wish: Mapping[str, object] | None = None) -> Any:
        bearer = Secret(f"Bearer {self.addresses.control_token.reveal()}")
        headers = (("Authorization", bearer), ("Content-Type", "application/json"))
        body = b"" if wish is None else json.dumps(wish).encode()
        wire = WireRequest(method, f"{self.addresses.control}/{path}", headers, body)
        received = await self.exchange.receive(wire, largest=1_000_000)
        if received.head.status >= 400:
            raise _refused(received.head.status, received.body[:].decode("utf-8", "replace"))
        return json.loads(received.body[:] or b"null")


def _faults(answer: Any) -> tuple[Fault, ...]:
    return tuple(
        Fault(each["key"], each["title"], each["text"], each["active"] is not None)
        for each in answer["faults"]
    )


def _refused(status: int, detail: str) -> WorkbenchError:
    return WorkbenchError(
        Problem(
            ProblemKind.REFUSED,
            "The demo tenant refused",
            "Open the demo tenant anew; then its faults are all off.",
            detail=f"{status} {detail}",
        )
    )
