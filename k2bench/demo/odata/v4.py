"""The OData v4 service as an ASGI application."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from k2bench.demo.odata.database import Database
from k2bench.demo.odata.errors import ODataError, method_not_allowed, not_found
from k2bench.demo.odata.list_query import parse_list_query
from k2bench.demo.odata.metadata import metadata_document
from k2bench.demo.odata.model import SmartObject
from k2bench.demo.odata.page import Page, read_page
from k2bench.demo.odata.raw_query import RawQuery, decode, parse_query
from k2bench.demo.odata.rows import encode_rows
from k2bench.demo.odata.service_document import service_document

JSON_TYPE = "application/json; odata.metadata=minimal; charset=utf-8"
VERSION = {"OData-Version": "4.0"}

_NO_REPEAT = ("$skiptoken", "$skip", "$top")


@dataclass(frozen=True, slots=True)
class ODataV4:
    """Answers requests under `base_url`, which ends in a slash."""

    database: Database
    base_url: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except ODataError as error:
            response = _error(error)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        root_path = request.scope.get("root_path", "")
        raw_path = request.scope["raw_path"].decode("ascii")
        path = decode(raw_path[len(root_path) :]).strip("/")
        raw = parse_query(request.scope["query_string"].decode("ascii", "replace"))
        if request.method not in ("GET", "HEAD"):
            raise method_not_allowed(request.method, "GET")
        if path == "":
            return _json(service_document(self.base_url, self.database.catalogue))
        if path == "$metadata":
            document = metadata_document(self.database.catalogue)
            return PlainTextResponse(document, media_type="application/xml", headers=VERSION)
        smartobject = self.database.find(path)
        if smartobject is None:
            raise not_found(f"Resource not found for the segment '{path.split('/')[0]}'.")
        return await self._list(request, smartobject, raw)

    async def _list(self, request: Request, smartobject: SmartObject, raw: RawQuery) -> Response:
        query = parse_list_query(raw, smartobject)
        page = await self.database.run(lambda connection: read_page(connection, query))
        context = f"{self.base_url}$metadata#{smartobject.name}"
        if len(query.select) < len(smartobject.properties):
            context += f"({','.join(prop.name for prop in query.select)})"
        body: dict[str, Any] = {"@odata.context": context}
        if page.count is not None:
            body["@odata.count"] = page.count
        body["value"] = encode_rows(page.rows, query.select)
        if page.next is not None:
            body["@odata.nextLink"] = self._next_link(smartobject, raw, page)
        return _json(body)

    def _next_link(self, smartobject: SmartObject, raw: RawQuery, page: Page) -> str:
        assert page.next is not None
        kept = raw.without(_NO_REPEAT)
        token = f"$skiptoken={page.next.encode()}"
        return f"{self.base_url}{smartobject.name}?{kept + '&' if kept else ''}{token}"


def _json(body: dict[str, Any]) -> Response:
    return Response(msgspec.json.encode(body), media_type=JSON_TYPE, headers=VERSION)


def _error(error: ODataError) -> Response:
    body = {"error": {"code": str(error.status), "message": error.message}}
    return Response(
        msgspec.json.encode(body),
        status_code=error.status,
        media_type=JSON_TYPE,
        headers=VERSION | error.headers,
    )
