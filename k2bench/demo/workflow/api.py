"""Workflow REST as an ASGI application: finds the operation that a request asks for."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from k2bench.demo.workflow.errors import WorkflowError
from k2bench.demo.workflow.operations import OPERATIONS, Call
from k2bench.demo.workflow.worklist import Worklist


class WorkflowApi:
    """Answers requests below the base path. Literal path segments match in any case."""

    def __init__(self, worklist: Worklist, has_tasks: Mapping[str, bool]) -> None:
        """Takes the worklist of the account, and which clients may see it."""
        self._worklist = worklist
        self._empty = Worklist(worklist.now)
        self._has_tasks = has_tasks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        response: Response
        try:
            response = await self._answer(request)
        except WorkflowError as error:
            response = JSONResponse({"Message": error.message}, error.status, error.headers)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        raw_path: str = request.scope["raw_path"].decode("ascii", "replace")
        relative = raw_path[len(request.scope["root_path"]) :]
        segments = [unquote(segment) for segment in relative.strip("/").split("/")]
        matching = [
            (operation, parameters)
            for operation in OPERATIONS
            if (parameters := match_pattern(operation.pattern, segments)) is not None
        ]
        method = "GET" if request.method == "HEAD" else request.method
        for operation, parameters in matching:
            if operation.method == method:
                allowed = self._has_tasks.get(request.scope["claims"]["client_id"], False)
                worklist = self._worklist if allowed else self._empty
                call = Call(request, worklist, allowed, parameters)
                return await operation.run(call)
        raise _no_operation(request, sorted({operation.method for operation, _ in matching}))


def match_pattern(pattern: str, segments: list[str]) -> dict[str, str] | None:
    """The values of a pattern's `{names}`, or None when it does not match."""
    parts = pattern.split("/")
    if len(parts) != len(segments):
        return None
    values: dict[str, str] = {}
    for part, segment in zip(parts, segments, strict=True):
        if part.startswith("{"):
            values[part[1:-1]] = segment
        elif part.lower() != segment.lower():
            return None
    return values


def _no_operation(request: Request, allowed: list[str]) -> WorkflowError:
    if allowed:
        return WorkflowError(
            HTTPStatus.METHOD_NOT_ALLOWED,
            f"The requested resource does not support http method '{request.method}'.",
            {"Allow": ", ".join(allowed)},
        )
    return WorkflowError(
        HTTPStatus.NOT_FOUND,
        f"No HTTP resource was found that matches the request URI '{request.url}'.",
    )
