"""Composes the tenant: which application answers where, and behind which guards."""

from __future__ import annotations

from starlette.responses import HTMLResponse
from starlette.routing import Mount, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from k2bench.demo.bearer import API_ACCESS, BearerGuard
from k2bench.demo.control import Control
from k2bench.demo.elsewhere import Elsewhere
from k2bench.demo.faults.catalogue import Api
from k2bench.demo.faults.injector import FaultInjector
from k2bench.demo.login.routes import login_routes
from k2bench.demo.odata.publication import Publication
from k2bench.demo.odata.refresh import Refresh
from k2bench.demo.odata.service import Service
from k2bench.demo.odata.smartobjects import CATALOGUE
from k2bench.demo.odata.v3 import ODataV3
from k2bench.demo.odata.v4 import ODataV4
from k2bench.demo.plumbing import ByPort, DateHeader
from k2bench.demo.tenant import GUID, Tenant

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

    login = Router(login_routes(tokens, tenant.clients), default=not_found, redirect_slashes=False)
    control = Control(tenant.control_token, faults, publication, elsewhere)
    routes = [
        Mount(f"/{GUID}", app=behind_faults(login, Api.LOGIN)),
        Mount("/api/odatav4/v4", app=guarded(ODataV4(service), Api.ODATA)),
        Mount("/api/odata/v3", app=guarded(ODataV3(service), Api.ODATA)),
        Mount("/api/odata/op/refresh", app=guarded(Refresh(publication), Api.ODATA)),
        Mount("/__demo", app=control),
    ]
    main = Router(routes, default=not_found, redirect_slashes=False)
    by_port = {tenant.elsewhere_port: elsewhere}
    return DateHeader(ByPort(by_port, main), tenant.clock)


async def not_found(scope: Scope, receive: Receive, send: Send) -> None:
    """IIS answers an unknown path with an HTML page, not with JSON (k2-facts.md)."""
    await HTMLResponse(NOT_FOUND_PAGE, status_code=404)(scope, receive, send)
