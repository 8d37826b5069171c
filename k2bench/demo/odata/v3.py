"""The OData v3 service: one List method per SmartObject, in JSON light."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from k2bench.demo.odata.errors import (
    ODataError,
    bad_request,
    method_not_allowed,
    not_found,
    not_supported,
)
from k2bench.demo.odata.large_metadata import large_metadata
from k2bench.demo.odata.list_query import parse_list_query
from k2bench.demo.odata.model import SmartObject
from k2bench.demo.odata.next_link import next_link
from k2bench.demo.odata.page import read_page
from k2bench.demo.odata.raw_query import RawQuery, parse_query
from k2bench.demo.odata.resource_path import parse_path
from k2bench.demo.odata.service import Service, relative_path
from k2bench.demo.odata.v3_documents import (
    atom_service_document,
    json_service_document,
    v3_metadata_document,
)
from k2bench.demo.odata.v3_rows import encode_v3_rows

VERSION = {"DataServiceVersion": "3.0"}
JSON_TYPE = "application/json; odata=minimalmetadata; charset=utf-8"
OPTIONS = frozenset(
    {"$filter", "$select", "$orderby", "$top", "$skip", "$inlinecount", "$skiptoken", "$format"}
)

# Scanned from left to right, so that nothing inside a string literal is taken for a form of v3.
_V3_FORMS = re.compile(
    r"(?P<v3>\b(?:datetime|datetimeoffset|guid|time|binary|X)'|\b\d+(?:\.\d+)?[LMFDlmfd]\b"
    r"|\b(?:substringof|replace)\s*\()|'(?:[^']|'')*'"
)


class ODataV3:
    """Answers requests below the service root."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            response = await self._answer(Request(scope, receive))
        except ODataError as error:
            response = _error_response(error)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        path = parse_path(relative_path(request))
        raw = parse_query(request.scope["query_string"].decode("latin-1"), OPTIONS)
        if request.method not in ("GET", "HEAD"):
            raise method_not_allowed(request.method, "GET")
        if path.key is not None:
            raise not_supported("OData v3 offers only the List method; use v4 to read by key.")
        if path.rest:
            raise not_found(f"Resource not found for the segment '{path.rest[0]}'.")
        if path.name == "":
            return self._service_document(request, raw)
        if path.name == "$metadata":
            further_types = large_metadata(self._service.metadata_size(request))
            document = v3_metadata_document(self._service.publication.published(), further_types)
            return PlainTextResponse(document, media_type="application/xml", headers=VERSION)
        return await self._list(request, self._service.smartobject(path.name), raw)

    def _service_document(self, request: Request, raw: RawQuery) -> Response:
        """Atom unless JSON is asked for."""
        root = self._service.root_url(request)
        published = self._service.publication.published()
        wanted = raw.options.get("$format", request.headers.get("accept", ""))
        if "json" in wanted:
            return _json_response(json_service_document(root, published))
        document = atom_service_document(root, published)
        return PlainTextResponse(document, media_type="application/atomsvc+xml", headers=VERSION)

    async def _list(self, request: Request, smartobject: SmartObject, raw: RawQuery) -> Response:
        if not raw.options.get("$format", "json").startswith(("json", "application/json")):
            raise not_supported("Lists are JSON; Atom is not implemented.")
        _refuse_v3_forms(raw.options.get("$filter", ""))
        counted = _wants_count(raw.options.get("$inlinecount", "none"))
        query = replace(parse_list_query(raw, smartobject, self._service.now), count=counted)
        page = await self._service.database.run(lambda tables: read_page(tables, query))
        root = self._service.root_url(request)
        body: dict[str, Any] = {"odata.metadata": f"{root}$metadata#{smartobject.name}"}
        if page.count is not None:
            body["odata.count"] = str(page.count)
        body["value"] = encode_v3_rows(page.rows, query.select)
        link = next_link(self._service, request, smartobject.name, raw, page)
        if link is not None:
            body["odata.nextLink"] = link
        return _json_response(body)


def _refuse_v3_forms(text: str) -> None:
    """`datetime'...'`, `5L` and their like mean nothing to the parser of v4."""
    if any(match["v3"] for match in _V3_FORMS.finditer(text)):
        raise not_supported("The literal forms and functions of OData v3 are not implemented.")


def _wants_count(text: str) -> bool:
    if text not in ("none", "allpages"):
        raise bad_request(f"Invalid value '{text}' for $inlinecount.")
    return text == "allpages"


def _json_response(body: dict[str, Any], status: int = 200) -> Response:
    return Response(
        msgspec.json.encode(body), status_code=status, media_type=JSON_TYPE, headers=VERSION
    )


def _error_response(error: ODataError) -> Response:
    message = {"lang": "en-US", "value": error.message}
    body = {"odata.error": {"code": str(error.status), "message": message}}
    response = _json_response(body, error.status)
    response.headers.update(error.headers)
    return response
