"""Requests to an entity set: list, count, create, and the SmartObject's named methods."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from k2bench.demo.odata import methods, writing
from k2bench.demo.odata.errors import method_not_allowed
from k2bench.demo.odata.keys import key_predicate
from k2bench.demo.odata.list_query import parse_list_query
from k2bench.demo.odata.model import MethodKind, Property, SmartObject
from k2bench.demo.odata.next_link import next_link
from k2bench.demo.odata.page import count_rows, read_page
from k2bench.demo.odata.payload import read_object, stored_object
from k2bench.demo.odata.raw_query import RawQuery
from k2bench.demo.odata.representation import choose_representation, preferred_page_size
from k2bench.demo.odata.responses import VERSION, json_response
from k2bench.demo.odata.rows import encode_rows
from k2bench.demo.odata.service import Service
from k2bench.demo.odata.tables import Tables


@dataclass(frozen=True, slots=True)
class Collection:
    """One entity set."""

    service: Service
    smartobject: SmartObject

    async def answer(self, request: Request, raw: RawQuery) -> Response:
        """GET lists, POST creates."""
        if request.method in ("GET", "HEAD"):
            return await self._list(request, raw)
        if request.method == "POST":
            return await self._create(request)
        raise method_not_allowed(request.method, "GET, POST")

    async def answer_count(self, request: Request, raw: RawQuery) -> Response:
        """The number of rows as plain text (OData URL Conventions 4.0 §4.8)."""
        if request.method not in ("GET", "HEAD"):
            raise method_not_allowed(request.method, "GET")
        query = parse_list_query(raw, self.smartobject, self.service.now)
        count = await self.service.database.run(lambda tables: count_rows(tables, query))
        return PlainTextResponse(str(count), headers=VERSION)

    async def answer_method(self, request: Request, segment: str, raw: RawQuery) -> Response:
        """POST runs a named method."""
        method = methods.find_method(self.smartobject, segment)
        if request.method != "POST":
            raise method_not_allowed(request.method, "POST")
        body = await read_object(request)
        inputs = methods.method_inputs(self.smartobject, method, body)
        rows = await self.service.database.run(
            lambda tables: methods.run_method(tables, self.smartobject, method, inputs)
        )
        representation = choose_representation(
            request.headers.get("accept", ""), raw.options.get("$format")
        )
        properties = self.smartobject.properties
        objects = encode_rows(rows, properties, representation.numbers_as_text)
        context = self._context(request, properties)
        if method.kind is MethodKind.LIST:
            return json_response({"@odata.context": context, "value": objects}, representation)
        return json_response({"@odata.context": f"{context}/$entity"} | objects[0], representation)

    async def _list(self, request: Request, raw: RawQuery) -> Response:
        representation = choose_representation(
            request.headers.get("accept", ""), raw.options.get("$format")
        )
        query = parse_list_query(raw, self.smartobject, self.service.now)
        page_size = preferred_page_size(request.headers.get("prefer", ""), query.page_size)
        query = replace(query, page_size=page_size)
        page = await self.service.database.run(lambda tables: read_page(tables, query))
        body: dict[str, Any] = {"@odata.context": self._context(request, query.select)}
        if page.count is not None:
            body["@odata.count"] = page.count
        body["value"] = encode_rows(page.rows, query.select, representation.numbers_as_text)
        link = next_link(self.service, request, self.smartobject.name, raw, page)
        if link is not None:
            body["@odata.nextLink"] = link
        return json_response(body, representation)

    async def _create(self, request: Request) -> Response:
        columns = stored_object(self.smartobject, await read_object(request))

        def create(tables: Tables) -> tuple[int | str, tuple[Any, ...]]:
            key = writing.create_row(tables, self.smartobject, columns)
            return key, writing.read_row(tables, self.smartobject, key)

        key, row = await self.service.database.run(create)
        representation = choose_representation(request.headers.get("accept", ""), None)
        properties = self.smartobject.properties
        (entity,) = encode_rows([row], properties, representation.numbers_as_text)
        body = {"@odata.context": f"{self._context(request, properties)}/$entity"} | entity
        predicate = key_predicate(key, self.smartobject)
        location = f"{self.service.root_url(request)}{self.smartobject.name}{predicate}"
        return json_response(body, representation, 201, {"Location": location})

    def _context(self, request: Request, select: tuple[Property, ...]) -> str:
        context = f"{self.service.root_url(request)}$metadata#{self.smartobject.name}"
        if len(select) == len(self.smartobject.properties):
            return context
        return f"{context}({','.join(prop.name for prop in select)})"
