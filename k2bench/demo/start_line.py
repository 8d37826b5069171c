"""The tenant's first line on stdout: where everything is, and who may log in."""

from __future__ import annotations

from typing import Any

from k2bench.demo.login.clients import NEIGHBOUR
from k2bench.demo.tenant import Tenant


def start_line(tenant: Tenant) -> dict[str, Any]:
    """The JSON object that tells a caller all it needs to use this tenant."""
    return {
        "login": tenant.issuer,
        "token_url": f"{tenant.issuer}/connect/token",
        "odata": f"{tenant.api_origin}/api/odatav4/v4/",
        "odata_v3": f"{tenant.api_origin}/api/odata/v3/",
        "workflow": f"{tenant.api_origin}/api/workflow/v1",
        "scim": f"{tenant.scim_origin}/tokens/{tenant.scim_token}/scim/v2",
        "scim_token": tenant.scim_token,
        "control": f"{tenant.api_origin}/__demo",
        "control_token": tenant.control_token,
        "clients": [
            {
                "id": client.id,
                "secret": client.secret,
                "scopes": list(client.scopes),
                "shows": client.shows,
            }
            for client in (*tenant.clients, NEIGHBOUR)
        ],
    }
