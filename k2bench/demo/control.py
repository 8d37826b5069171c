"""The control surface at `/__demo`, for whoever holds the control token of the start line.

`faults` lists and sets faults, `publish` publishes the SmartObject that comes late, `elsewhere`
tells who came to the other origin.
"""

from __future__ import annotations

import hmac
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from k2bench.demo import wish
from k2bench.demo.elsewhere import Elsewhere
from k2bench.demo.faults import requests
from k2bench.demo.faults.switchboard import Switchboard
from k2bench.demo.odata.publication import PUBLISH_SECONDS, Publication
from k2bench.demo.wish import BadRequestError

MAX_BODY = 100_000
MAX_DELAY = 86_400


class Control:
    """The control surface as an ASGI application."""

    def __init__(
        self, token: str, faults: Switchboard, publication: Publication, elsewhere: Elsewhere
    ) -> None:
        self._token = token.encode()
        self._faults = faults
        self._publication = publication
        self._elsewhere = elsewhere
        self._router: ASGIApp = Router(
            [
                Route("/faults", self._list_faults, methods=["GET"]),
                Route("/faults", self._set_fault, methods=["POST"]),
                Route("/publish", self._publish, methods=["POST"]),
                Route("/elsewhere", self._list_visits, methods=["GET"]),
                Route("/elsewhere", self._forget_visits, methods=["DELETE"]),
            ]
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        authorization = Request(scope).headers.get("authorization", "")
        scheme, _, token = authorization.partition(" ")
        known = hmac.compare_digest(token.strip().encode("latin-1"), self._token)
        if scheme.lower() != "bearer" or not known:
            refusal = Response(status_code=401, headers={"WWW-Authenticate": "Bearer"})
            await refusal(scope, receive, send)
            return
        try:
            await self._router(scope, receive, send)
        except BadRequestError as error:
            await JSONResponse({"error": str(error)}, status_code=400)(scope, receive, send)

    async def _list_faults(self, _request: Request) -> Response:
        return JSONResponse(requests.describe(self._faults))

    async def _set_fault(self, request: Request) -> Response:
        requests.apply(self._faults, await _read_json(request))
        return JSONResponse(requests.describe(self._faults))

    async def _publish(self, request: Request) -> Response:
        body = await _read_json(request)
        if not isinstance(body, dict):
            raise BadRequestError("a JSON object is required")
        wish.only(body, ("smartobject", "delay", "published"))
        name = wish.text("smartobject", body.get("smartobject"))
        published = wish.flag("published", body.get("published", True))
        delay = wish.number("delay", body.get("delay", PUBLISH_SECONDS), 0, MAX_DELAY)
        # Published first in any case, since that tells whether there is one to take back.
        if not self._publication.publish(name, delay):
            raise BadRequestError(f"{name!r} is not a SmartObject that is published late")
        if not published:
            self._publication.unpublish(name)
            return JSONResponse({"smartobject": name, "published": False})
        return JSONResponse({"smartobject": name, "published": True, "delay": delay})

    async def _list_visits(self, _request: Request) -> Response:
        return JSONResponse({"visits": self._elsewhere.visits})

    async def _forget_visits(self, _request: Request) -> Response:
        self._elsewhere.visits.clear()
        return Response(status_code=204)


async def _read_json(request: Request) -> Any:
    """The body, or None when it is no JSON."""
    body = await request.body()
    try:
        return json.loads(body) if len(body) <= MAX_BODY else None
    except (ValueError, RecursionError):
        return None
