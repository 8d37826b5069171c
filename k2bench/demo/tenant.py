"""The tenant: its addresses, keys, clients and data. What every request handler is given."""

from __future__ import annotations

import secrets
from concurrent.futures import Future
from dataclasses import dataclass

from starlette.types import ASGIApp

from k2bench.demo.clock import Clock
from k2bench.demo.faults.switchboard import Switchboard
from k2bench.demo.listening import LOOPBACK
from k2bench.demo.login.clients import CLIENTS, NEIGHBOUR_GUID, RegisteredClient
from k2bench.demo.login.signing_key import SigningKey
from k2bench.demo.login.token_issuer import TokenIssuer
from k2bench.demo.odata.database import Database
from k2bench.demo.odata.smartobjects import CATALOGUE
from k2bench.demo.workflow import seed
from k2bench.demo.workflow.worklist import Worklist

GUID = "6f1d2c3b-4a59-4e68-9b7a-0c1d2e3f4a5b"


@dataclass(frozen=True, slots=True)
class Tenant:
    """One running tenant. Its parts hold the state that requests change.

    Attributes:
        neighbour_tokens: Those of another tenant, whose login is on the same host.
        directory: The SCIM application, once it is built.
    """

    api_port: int
    scim_port: int
    elsewhere_port: int
    control_token: str
    scim_token: str
    clients: tuple[RegisteredClient, ...]
    clock: Clock
    faults: Switchboard
    tokens: TokenIssuer
    neighbour_tokens: TokenIssuer
    database: Database
    worklist: Worklist
    directory: Future[ASGIApp]

    @classmethod
    def create(
        cls, api_port: int, scim_port: int, elsewhere_port: int, history_rows: int
    ) -> Tenant:
        """Makes a tenant with fresh tokens and keys and freshly generated data.

        Args:
            api_port: Port of login, OData and Workflow REST.
            scim_port: Port of SCIM.
            elsewhere_port: Port of the other origin that faults lead to.
            history_rows: Number of rows of WorkflowInstanceHistory.
        """
        clock = Clock()
        worklist = Worklist(clock.now)
        seed.fill(worklist)
        key = SigningKey.generate()
        issuer, neighbour = (f"{_origin(api_port)}/{guid}" for guid in (GUID, NEIGHBOUR_GUID))
        return cls(
            api_port=api_port,
            scim_port=scim_port,
            elsewhere_port=elsewhere_port,
            control_token=secrets.token_urlsafe(24),
            scim_token=secrets.token_urlsafe(24),
            clients=CLIENTS,
            clock=clock,
            faults=Switchboard(clock),
            tokens=TokenIssuer(issuer, key, clock),
            neighbour_tokens=TokenIssuer(neighbour, key, clock),
            database=Database.populated(CATALOGUE, history_rows),
            worklist=worklist,
            directory=Future(),
        )

    @property
    def has_tasks(self) -> dict[str, bool]:
        """Which clients see the worklist, by client id."""
        return {client.id: client.has_tasks for client in self.clients}

    @property
    def api_origin(self) -> str:
        """Origin of login, OData and Workflow REST."""
        return _origin(self.api_port)

    @property
    def scim_origin(self) -> str:
        """Origin of SCIM."""
        return _origin(self.scim_port)

    @property
    def elsewhere_origin(self) -> str:
        """The other origin."""
        return _origin(self.elsewhere_port)

    @property
    def issuer(self) -> str:
        """The authority, without a trailing slash (k2-facts.md, token endpoint)."""
        return self.tokens.issuer


def _origin(port: int) -> str:
    return f"http://{LOOPBACK}:{port}"
