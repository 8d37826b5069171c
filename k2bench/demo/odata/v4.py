"""The OData v4 service as an ASGI application: finds out what a request addresses."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from k2bench.demo.odata.collection import Collection
from k2bench.demo.odata.entity import Entity
from k2bench.demo.odata.errors import ODataError, method_not_allowed, not_found, not_supported
from k2bench.demo.odata.large_metadata import large_metadata
from k2bench.demo.odata.metadata import metadata_document
from k2bench.demo.odata.raw_query import RawQuery, parse_query
from k2bench.demo.odata.representation import choose_representation
from k2bench.demo.odata.resource_path import ResourcePath, parse_path
from k2bench.demo.odata.responses import VERSION, error_response, json_response
from k2bench.demo.odata.service import Service, relative_path
from k2bench.demo.odata.service_document import service_document

READ = frozenset({"GET", "HEAD"})
NOT_DONE = frozenset({"$batch", "$all", "$entity", "$crossjoin"})


class ODataV4:
    """Answers requests below the service root."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            response = await self._answer(Request(scope, receive))
        except ODataError as error:
            response = error_response(error)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        path = parse_path(relative_path(request))
        raw = parse_query(request.scope["query_string"].decode("latin-1"))
        if path.name in NOT_DONE:
            raise not_supported(f"'{path.name}' is not implemented.")
        if path.name in ("", "$metadata"):
            return await self._document(request, path, raw)
        smartobject = self._service.smartobject(path.name)
        if path.key is not None:
            if path.rest:
                raise not_found(f"Resource not found for the segment '{path.rest[0]}'.")
            return await Entity(self._service, smartobject).answer(request, path.key, raw)
        collection = Collection(self._service, smartobject)
        if not path.rest:
            return await collection.answer(request, raw)
        if path.rest == ("$count",):
            return await collection.answer_count(request, raw)
        if len(path.rest) == 1:
            return await collection.answer_method(request, path.rest[0], raw)
        raise not_found(f"Resource not found for the segment '{path.rest[1]}'.")

    async def _document(self, request: Request, path: ResourcePath, raw: RawQuery) -> Response:
        if request.method not in READ:
            raise method_not_allowed(request.method, "GET")
        if path.key is not None or path.rest:
            raise not_found(f"Resource not found for the segment '{path.name}'.")
        published = self._service.publication.published()
        if path.name == "$metadata":
            further_types = large_metadata(self._service.metadata_size(request))
            document = metadata_document(published, further_types)
            return PlainTextResponse(document, media_type="application/xml", headers=VERSION)
        representation = choose_representation(
            request.headers.get("accept", ""), raw.options.get("$format")
        )
        document_body = service_document(self._service.root_url(request), published)
        return json_response(document_body, representation)
