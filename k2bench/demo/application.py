"""The ASGI application: one for all sockets, told apart by the port a request came in on."""

from __future__ import annotations

from email.utils import formatdate

from starlette.responses import HTMLResponse
from starlette.routing import Mount, Router
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from k2bench.demo.bearer import API_ACCESS, BearerGuard
from k2bench.demo.clock import Clock
from k2bench.demo.login.routes import login_routes
from k2bench.demo.odata.v4 import ODataV4
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
    odata = ODataV4(tenant.database, f"{tenant.api_origin}/api/odatav4/v4/")
    routes = [
        Mount(f"/{GUID}", routes=login_routes(tenant.tokens, tenant.clients)),
        Mount("/api/odatav4/v4", app=BearerGuard(odata, tenant.tokens, API_ACCESS)),
    ]
    return _DateHeader(Router(routes, default=not_found, redirect_slashes=False), tenant.clock)


async def not_found(scope: Scope, receive: Receive, send: Send) -> None:
    """IIS answers an unknown path with an HTML page, not with JSON (k2-facts.md)."""
    await HTMLResponse(NOT_FOUND_PAGE, status_code=404)(scope, receive, send)


class _DateHeader:
    """Adds `Date` from the tenant's clock, which may be set wrong on purpose."""

    def __init__(self, app: ASGIApp, clock: Clock) -> None:
        self._app = app
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_date(message: Message) -> None:
            if message["type"] == "http.response.start":
                date = formatdate(self._clock.now(), usegmt=True).encode()
                message["headers"] = [*message.get("headers", ()), (b"date", date)]
            await send(message)

        await self._app(scope, receive, send_with_date)
