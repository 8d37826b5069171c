"""`/api/odata/op/refresh`: makes what was just published appear at once (k2-facts.md, OData)."""

from __future__ import annotations

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from k2bench.demo.odata.publication import Publication


class Refresh:
    """An ASGI application; the answer's body is not known, so there is none."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._publication.refresh()
        await Response(status_code=200)(scope, receive, send)
