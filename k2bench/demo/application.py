"""Composes the tenant: which application answers where, and behind which guards."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import HTMLResponse
from starlette.routing import Router
from starlette.types import ASGIApp, Receive, Scope, Send

from k2bench.demo.bearer import API_ACCESS, BearerGuard
from k2bench.demo.control import Control
from k2bench.demo.elsewhere import Elsewhere
from k2bench.demo.faults.catalogue import Api
from k2bench.demo.faults.injector import FaultInjector
from k2bench.demo.login.clients import NEIGHBOUR, NEIGHBOUR_GUID, RegisteredClient
from k2bench.demo.login.routes import login_routes
from k2bench.demo.login.token_issuer import TokenIssuer
from k2bench.demo.odata.publication import Publication
from k2bench.demo.odata.refresh import Refresh
from k2bench.demo.odata.service import Service
from k2bench.demo.odata.smartobjects import CATALOGUE
from k2bench.demo.odata.v3 import ODataV3
from k2bench.demo.odata.v4 import ODataV4
from k2bench.demo.plumbing import ByPort, ByPrefix, DateHeader
from k2bench.demo.scim.gateway import ScimGateway
from k2bench.demo.tenant import GUID, Tenant
from k2bench.demo.workflow.api import WorkflowApi

NOT_FOUND_PAGE = """\
<!DOCTYPE html>
<html><head><title>404 - File or directory not found.</title></head>
<body><h1>Server Error</h1><h2>404 - File or directory not found.</h2>
<p>The resource you are looking for might have been removed, had its name changed, or is
temporarily unavailable.</p></body></html>
"""


def create_application(tenant: Tenant) -> ASGIApp:
    """Builds the whole tenant as one ASGI application."""
    faults, tokens = tenant.faults, tenant.tokens
    publication = Publication(CATALOGUE, lambda: faults.is_on("nothing_published"))
    elsewhere = Elsewhere()
    service = Service(
        tenant.database,
        publication,
        faults,
        tenant.clock,
        tenant.api_origin,
        tenant.elsewhere_origin,
    )

    def behind_faults(app: ASGIApp, api: Api) -> ASGIApp:
        return FaultInjector(app, faults, api, tenant.elsewhere_origin)

    def guarded(app: ASGIApp, api: Api) -> ASGIApp:
        return behind_faults(BearerGuard(app, tokens, API_ACCESS), api)

    login = login_application(tokens, tenant.clients)
    neighbours_login = login_application(tenant.neighbour_tokens, (NEIGHBOUR,))
    control = Control(tenant.control_token, faults, publication, elsewhere)
    workflow = guarded(WorkflowApi(tenant.worklist, tenant.has_tasks), Api.WORKFLOW)
    main = ByPrefix(
        {
            f"/{GUID}": behind_faults(login, Api.LOGIN),
            f"/{NEIGHBOUR_GUID}": behind_faults(neighbours_login, Api.LOGIN),
            "/api/odatav4/v4": guarded(ODataV4(service), Api.ODATA),
            "/api/odata/v3": guarded(ODataV3(service), Api.ODATA),
            "/api/odata/op/refresh": guarded(Refresh(publication), Api.ODATA),
            "/api/workflow/v1": workflow,
            "/api/workflow/preview": workflow,
            "/__demo": control,
        },
        default=not_found,
    )
    scim = ScimGateway(tenant.directory, tenant.scim_token, tokens)
    by_port: dict[int, ASGIApp] = {
        tenant.scim_port: behind_faults(scim, Api.SCIM),
        tenant.elsewhere_port: elsewhere,
    }
    return DateHeader(ByPort(by_port, main), tenant.clock)


def login_application(tokens: TokenIssuer, clients: Sequence[RegisteredClient]) -> ASGIApp:
    """The login of one tenant."""
    return Router(login_routes(tokens, clients), default=not_found, redirect_slashes=False)


async def not_found(scope: Scope, receive: Receive, send: Send) -> None:
    """IIS answers an unknown path with an HTML page, not with JSON (k2-facts.md)."""
    await HTMLResponse(NOT_FOUND_PAGE, status_code=404)(scope, receive, send)
