"""The tenant: its addresses, keys, clients and data. What every request handler is given."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from k2bench.demo.clock import Clock
from k2bench.demo.login.clients import CLIENTS, RegisteredClient
from k2bench.demo.login.signing_key import SigningKey
from k2bench.demo.login.token_issuer import TokenIssuer
from k2bench.demo.odata.database import Database
from k2bench.demo.odata.smartobjects import CATALOGUE

GUID = "6f1d2c3b-4a59-4e68-9b7a-0c1d2e3f4a5b"


@dataclass(frozen=True, slots=True)
class Tenant:
    """One running tenant. `database` and `tokens` hold the state that requests change."""

    api_origin: str
    scim_origin: str
    control_token: str
    scim_token: str
    clients: tuple[RegisteredClient, ...]
    clock: Clock
    tokens: TokenIssuer
    database: Database

    @classmethod
    def create(cls, api_port: int, scim_port: int, history_rows: int) -> Tenant:
        """Makes a tenant with fresh tokens and keys and freshly generated data.

        Args:
            api_port: Port of login, OData and Workflow REST.
            scim_port: Port of SCIM.
            history_rows: Number of rows of WorkflowInstanceHistory.
        """
        clock = Clock()
        api_origin = f"http://127.0.0.1:{api_port}"
        return cls(
            api_origin=api_origin,
            scim_origin=f"http://127.0.0.1:{scim_port}",
            control_token=secrets.token_urlsafe(24),
            scim_token=secrets.token_urlsafe(24),
            clients=CLIENTS,
            clock=clock,
            tokens=TokenIssuer(f"{api_origin}/{GUID}", SigningKey.generate(), clock),
            database=Database.populated(CATALOGUE, history_rows),
        )

    @property
    def issuer(self) -> str:
        """The authority, without a trailing slash (k2-facts.md, token endpoint)."""
        return self.tokens.issuer
