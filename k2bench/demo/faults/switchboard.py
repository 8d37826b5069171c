"""Which faults are switched on, for how many requests, and after how many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from k2bench.demo.clock import Clock
from k2bench.demo.faults.catalogue import FAULTS, Api, Fault

Settings = Mapping[str, float]


@dataclass(slots=True)
class Activation:
    """A fault that is switched on.

    Attributes:
        settings: A number for each of its parameters.
        after: Requests that still pass unharmed.
        times: Requests that it will still strike; None for all from then on.
        api: The only API it strikes; None for all of its APIs but the login.
        path: Text that a request's path or query must contain.
    """

    settings: dict[str, float]
    after: int = 0
    times: int | None = None
    api: Api | None = None
    path: str = ""

    def meets(self, api: Api, target: str) -> bool:
        """Whether it is meant for this request."""
        meant = api is self.api or (self.api is None and api is not Api.LOGIN)
        return meant and self.path in target

    def strike(self) -> bool:
        """Counts one request that it is meant for; whether it is struck."""
        if self.after > 0:
            self.after -= 1
            return False
        if self.times is None:
            return True
        self.times -= 1
        return self.times >= 0


@dataclass(frozen=True, slots=True)
class Switchboard:
    """Holds the activations. All of it runs on the event loop's thread."""

    clock: Clock
    _active: dict[str, Activation] = field(default_factory=dict)

    def activation(self, key: str) -> Activation | None:
        """The activation of a fault, if it is on."""
        return self._active.get(key)

    def switch_on(self, fault: Fault, activation: Activation) -> None:
        """Switches a fault on; an earlier activation of it is forgotten."""
        self._active[fault.key] = activation
        if fault.key == "clock_skew":
            self.clock.skew_seconds = activation.settings["seconds"]

    def switch_off(self, key: str) -> None:
        """Switches a fault off, if it is on."""
        self._active.pop(key, None)
        if key == "clock_skew":
            self.clock.skew_seconds = 0

    def switch_all_off(self) -> None:
        """Makes the tenant behave."""
        for fault in FAULTS:
            self.switch_off(fault.key)

    def is_on(self, key: str) -> bool:
        """Whether a fault that is a state of the tenant is on."""
        return key in self._active

    def strikes(self, key: str, api: Api, target: str) -> Settings | None:
        """Whether a fault strikes this request, and with which settings.

        Args:
            key: The fault.
            api: Where the request goes.
            target: Its path and query.
        """
        activation = self._active.get(key)
        if activation is None or not activation.meets(api, target):
            return None
        struck = activation.strike()
        if activation.times is not None and activation.times <= 0:
            del self._active[key]
        return activation.settings if struck else None
