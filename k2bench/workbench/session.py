"""Builds and owns everything that outlives one request: what `app` and `cli` both start from.

Cheap to make: sockets, asyncio and the keychain are loaded at their first use, or by `warm_up`.
"""

import os
import time
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from k2bench.core.environment import DEMO_ID, SecretKind
from k2bench.core.problem import Problem
from k2bench.core.redaction import Redactor
from k2bench.store.environments import EnvironmentStore
from k2bench.store.places import Places
from k2bench.store.settings import Settings
from k2bench.workbench.environments import Environments

if TYPE_CHECKING:
    from collections.abc import Iterable

    from k2bench.core.request import RequestSpec
    from k2bench.net.loop_thread import LoopThread
    from k2bench.net.tls import TlsSetting
    from k2bench.store.keychain import Keychain
    from k2bench.store.tabs import TabStore
    from k2bench.workbench.demo_tenant import DemoAddresses, DemoTenant
    from k2bench.workbench.exchange import Exchange
    from k2bench.workbench.exploring import Explorer
    from k2bench.workbench.json_path import JsonPathFilter
    from k2bench.workbench.preferences import Preferences
    from k2bench.workbench.preparing import Preparer
    from k2bench.workbench.schemas import Schemas
    from k2bench.workbench.secrets import Secrets
    from k2bench.workbench.sending import Sender
    from k2bench.workbench.steps import WorkLane
    from k2bench.workbench.table_layouts import TableLayouts
    from k2bench.workbench.token_source import TokenSource
    from k2bench.workbench.tokens import Tokens

BODIES = "bodies"  # the folder of the cache that large ones go to


class Session:
    """One run of the workbench.

    The imports inside its properties keep start-up fast: none of them runs before the first paint.

    Args:
        places: where files live.
        keychain: the system's; tests hand in another one.
        clock: seconds since the epoch.
        tls: which certificates are trusted; None: the system's.
    """

    def __init__(
        self,
        places: Places,
        keychain: "Keychain | None" = None,
        clock: Callable[[], float] = time.time,
        tls: "TlsSetting | None" = None,
    ) -> None:
        self.places = places
        self.clock = clock
        self._keychain = keychain
        self.redactor = Redactor()
        self.reports: list[
            Problem
        ] = []  # what could not be read at start; shown when there is a window
        self.settings = Settings(places.config, self.reports.append)
        self.environments = Environments(
            EnvironmentStore(places.config, self.reports.append), lambda: os.urandom(16).hex()
        )
        self._tls = tls
        self._tenant: DemoTenant | None = None
        self.demo: DemoAddresses | None = None  # of the demo tenant, while it runs

    @cached_property
    def loop(self) -> "LoopThread":
        """The network thread."""
        from k2bench.net.loop_thread import LoopThread

        return LoopThread()

    @cached_property
    def lane(self) -> "WorkLane":
        """The thread for CPU work."""
        from k2bench.workbench.steps import WorkLane

        return WorkLane()

    @cached_property
    def keychain(self) -> "Keychain":
        """The system's keychain, or the one handed in."""
        from k2bench.store.keychain import Keychain

        return self._keychain or Keychain()

    @cached_property
    def secrets(self) -> "Secrets":
        """Secrets by environment."""
        from k2bench.workbench.secrets import Secrets

        return Secrets(self.keychain, self.redactor)

    @cached_property
    def exchange(self) -> "Exchange":
        """Request out, answer in."""
        from k2bench.net.options import ExchangeOptions
        from k2bench.net.transport import Transport
        from k2bench.store.body_folder import BodyFolder
        from k2bench.workbench.exchange import Exchange

        options = ExchangeOptions(tls=self._tls) if self._tls else ExchangeOptions()
        folder = BodyFolder(self.places.cache / BODIES)
        made = Exchange(Transport(), options, folder, self.redactor)
        made.use(self.preferences)
        return made

    @cached_property
    def tokens(self) -> "Tokens":
        """Pinned and cached tokens."""
        from k2bench.workbench.token_endpoint import TokenEndpoint
        from k2bench.workbench.tokens import Tokens

        return Tokens(TokenEndpoint(self.exchange, self.clock).fetch, self.clock)

    @cached_property
    def table_layouts(self) -> "TableLayouts":
        """How the columns of each table were laid out."""
        from k2bench.workbench.table_layouts import TableLayouts

        return TableLayouts(self.settings, self.redactor)

    @cached_property
    def token_source(self) -> "TokenSource":
        """From an environment to its token."""
        from k2bench.workbench.token_source import TokenSource

        return TokenSource(self.tokens, self.secrets)

    @cached_property
    def preparer(self) -> "Preparer":
        """Plans requests."""
        from k2bench.workbench.preparing import Preparer

        return Preparer(self.secrets)

    @cached_property
    def sender(self) -> "Sender":
        """Sends planned requests."""
        from k2bench.workbench.sending import Sender

        return Sender(self.exchange, self.token_source, self.clock, self.schemas)

    @cached_property
    def schemas(self) -> "Schemas":
        """The metadata that is known in this session."""
        from k2bench.workbench.schemas import Schemas

        return Schemas()

    @cached_property
    def explorer(self) -> "Explorer":
        """Finds out what an environment offers."""
        from k2bench.store.metadata import MetadataStore
        from k2bench.workbench.exploring import Explorer

        store = MetadataStore(self.places.cache)
        return Explorer(self.preparer, self.sender, store, self.schemas, self.clock)

    async def forget(self, environment_id: str, kinds: "Iterable[str]") -> None:
        """Delete what is kept of an environment beside its settings: secrets and metadata.

        Raises:
            WorkbenchError: the keychain did not let go of a secret.
        """
        import asyncio

        await asyncio.to_thread(self.explorer.forget, environment_id)
        await self.secrets.forget_all(environment_id, kinds)

    @cached_property
    def json_path(self) -> "JsonPathFilter":
        """Filters bodies by JSONPath."""
        from k2bench.workbench.json_path import JsonPathFilter

        return JsonPathFilter(self.exchange.bodies)

    def kept_tabs(self) -> "tuple[tuple[tuple[RequestSpec, str], ...], int]":
        """The requests that were open last time, each with its environment, and which was shown."""
        tabs, at = self._tab_store.load()
        return tuple((tab.spec, tab.environment_id) for tab in tabs), at

    def save_tabs(self, tabs: "tuple[tuple[RequestSpec, str], ...]", at: int) -> None:
        """Keep the open requests for the next start, without their secrets.

        Raises:
            WorkbenchError: the file cannot be written.
        """
        from k2bench.store.tabs import KeptTab

        self._tab_store.save(tuple(KeptTab(spec, own) for spec, own in tabs), at)

    @cached_property
    def _tab_store(self) -> "TabStore":
        from k2bench.store.tabs import TabStore

        return TabStore(self.places.config, self.redactor, self.reports.append)

    def warm_up(self) -> None:
        """Load what the first request needs. Takes some 150 ms; meant for another thread."""
        _ = self.sender, self.preparer, self.loop, self.lane
        self.exchange.transport.warm_up(self.exchange.options.tls)

    @property
    def preferences(self) -> "Preferences":
        """The limits of all requests."""
        from k2bench.workbench.preferences import preferences_of

        return preferences_of(self.settings)

    def use_preferences(self, chosen: "Preferences") -> None:
        """Go by other limits from the next request on, and keep them.

        Raises:
            WorkbenchError: they cannot be kept; this session goes by them all the same.
        """
        from k2bench.workbench.preferences import keep

        if "exchange" in vars(self):
            self.exchange.use(chosen)
        keep(self.settings, chosen)

    def tidy_up(self) -> None:
        """Remove what killed instances left in the cache. May take long; for another thread."""
        from k2bench.store.body_folder import remove_abandoned

        remove_abandoned(self.places.cache / BODIES)

    async def open_demo(self, *options: str) -> "DemoAddresses":
        """Start the demo tenant; the secret of its first client stays in memory.

        Raises:
            WorkbenchError: it did not start.
        """
        import asyncio

        from k2bench.workbench.demo_tenant import DemoTenant

        self.stop_demo()
        await asyncio.to_thread(self.explorer.forget, DEMO_ID)  # of a tenant that ran before
        self._tenant = DemoTenant(*options)
        addresses = self.demo = await asyncio.to_thread(self._tenant.start)
        for client in addresses.clients:
            self.redactor.add(client.secret)
        self.redactor.add(addresses.control_token)
        self.secrets.remember(DEMO_ID, SecretKind.CLIENT, addresses.clients[0].secret)
        self.secrets.remember(DEMO_ID, SecretKind.SCIM_TOKEN, addresses.scim_token)
        return addresses

    def stop_demo(self) -> None:
        """End the demo tenant's process, if there is one."""
        if self._tenant is not None:
            self._tenant.stop()
            self._tenant = self.demo = None

    def close(self, timeout: float = 1.0) -> None:
        """Cancel all work and end the threads and the demo tenant, within about `timeout` s."""
        made = vars(self)  # a cached property that was never used must not be made now
        if "loop" in made:
            self.loop.close(timeout / 2)
        if "lane" in made:
            self.lane.close(timeout / 2)
        self.stop_demo()
        if "exchange" in made:
            self.exchange.bodies.close()
