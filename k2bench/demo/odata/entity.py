"""Requests to one entity by its key: read, update with PUT as K2 does, delete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from k2bench.demo.odata import writing
from k2bench.demo.odata.errors import method_not_allowed
from k2bench.demo.odata.keys import parse_key
from k2bench.demo.odata.list_query import parse_select
from k2bench.demo.odata.model import SmartObject
from k2bench.demo.odata.payload import read_object, stored_object
from k2bench.demo.odata.raw_query import RawQuery
from k2bench.demo.odata.representation import choose_representation
from k2bench.demo.odata.responses import VERSION, json_response
from k2bench.demo.odata.rows import encode_rows
from k2bench.demo.odata.service import Service
from k2bench.demo.odata.tables import Tables


@dataclass(frozen=True, slots=True)
class Entity:
    """The entities of one set."""

    service: Service
    smartobject: SmartObject

    async def answer(self, request: Request, key_text: str, raw: RawQuery) -> Response:
        """GET, PUT or DELETE. PATCH is OData's way to update, but not K2's (k2-facts.md)."""
        if request.method not in ("GET", "HEAD", "PUT", "DELETE"):
            raise method_not_allowed(request.method, "GET, PUT, DELETE")
        key = parse_key(key_text, self.smartobject)
        if request.method == "PUT":
            return await self._update(request, key)
        if request.method == "DELETE":
            await self.service.database.run(
                lambda tables: writing.delete_row(tables, self.smartobject, key)
            )
            return Response(status_code=204, headers=VERSION)
        row = await self.service.database.run(
            lambda tables: writing.read_row(tables, self.smartobject, key)
        )
        return self._entity_response(request, row, raw)

    async def _update(self, request: Request, key: int | str) -> Response:
        columns = stored_object(self.smartobject, await read_object(request))

        def update(tables: Tables) -> tuple[Any, ...]:
            writing.update_row(tables, self.smartobject, key, columns)
            return writing.read_row(tables, self.smartobject, key)

        row = await self.service.database.run(update)
        if "return=representation" not in request.headers.get("prefer", ""):
            return Response(status_code=204, headers=VERSION)
        return self._entity_response(request, row, RawQuery({}, ()))

    def _entity_response(self, request: Request, row: tuple[Any, ...], raw: RawQuery) -> Response:
        representation = choose_representation(
            request.headers.get("accept", ""), raw.options.get("$format")
        )
        (entity,) = encode_rows([row], self.smartobject.properties, representation.numbers_as_text)
        selected = parse_select(raw.options.get("$select", ""), self.smartobject)
        names = [prop.name for prop in selected]
        context = f"{self.service.root_url(request)}$metadata#{self.smartobject.name}"
        if len(names) < len(self.smartobject.properties):
            context += f"({','.join(names)})"
        body = {"@odata.context": f"{context}/$entity"} | {name: entity[name] for name in names}
        return json_response(body, representation)
