"""The Swagger 2.0 document of this tenant, with one start operation for each workflow."""

from __future__ import annotations

from typing import Any

from k2bench.demo.workflow.definitions import WORKFLOWS, Workflow
from k2bench.demo.workflow.schema import start_schema

_SERIAL = {"name": "serialNo", "in": "path", "required": True, "type": "string"}
_ID = {"name": "id", "in": "path", "required": True, "type": "integer", "format": "int32"}

_SLEEP = {
    "type": "object",
    "properties": {
        "SleepFor": {"type": "integer", "description": "Seconds"},
        "SleepUntil": {"type": "string", "format": "date-time"},
    },
}
_REDIRECT = {"type": "object", "properties": {"RedirectTo": {"type": "string"}}}
_ACTION = {
    "type": "object",
    "properties": {
        "dataFields": {"type": "object"},
        "xmlFields": {"type": "array", "items": {"type": "object"}},
        "itemReferences": {"type": "object"},
    },
}

_ACTION_BODIES: dict[str, dict[str, Any] | None] = {
    "assign": None,
    "release": None,
    "wake": None,
    "sleep": _SLEEP,
    "redirect": _REDIRECT,
    "custom": _ACTION,
}


def swagger_document(host: str, base_path: str) -> dict[str, Any]:
    """The document for a client that reaches the tenant at `host`."""
    paths: dict[str, Any] = {
        "/tasks": {"get": _operation("Tasks_Get", [_query("state")], "Lists tasks")},
        "/tasks/{serialNo}": {"get": _operation("Tasks_GetTask", [_SERIAL], "Gets a task")},
        "/tasks/{serialNo}/actions": {
            "get": _operation("Tasks_GetActions", [_SERIAL], "Lists a task's actions")
        },
        "/workflows": {"get": _operation("Workflows_Get", [_query("type")], "Lists workflows")},
        "/workflows/{id}": {"get": _operation("Workflows_GetById", [_ID], "Gets a workflow")},
        "/workflows/{id}/schema": {
            "get": _operation("Workflows_GetSchema", [_ID], "Gets a workflow's schema")
        },
        "/serverEvents/{serialNo}": {
            "get": _operation("ServerEvents_Get", [_SERIAL], "Gets a server event")
        },
    }
    for name, schema in _ACTION_BODIES.items():
        segment = "{actionName}" if name == "custom" else name
        paths[f"/tasks/{{serialNo}}/actions/{segment}"] = _action(name, schema)
    for workflow in WORKFLOWS:
        if workflow.startable:
            paths[f"/workflows/{workflow.id}"] = {"post": _start(workflow)}
    return {
        "swagger": "2.0",
        "info": {"version": "v1", "title": "Workflow API"},
        "host": host,
        "basePath": base_path,
        "schemes": ["http"],
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "paths": paths,
        "definitions": {
            _definition_name(workflow): start_schema(workflow)
            for workflow in WORKFLOWS
            if workflow.startable
        },
    }


def _query(name: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "type": "string"}


def _operation(operation_id: str, parameters: list[dict[str, Any]], summary: str) -> dict[str, Any]:
    return {
        "operationId": operation_id,
        "summary": summary,
        "parameters": parameters,
        "responses": {"200": {"description": "OK"}},
    }


def _action(name: str, body: dict[str, Any] | None) -> dict[str, Any]:
    parameters: list[dict[str, Any]] = [_SERIAL]
    if name == "custom":
        parameters.append({"name": "actionName", "in": "path", "required": True, "type": "string"})
    if body is not None:
        parameters.append({"name": "body", "in": "body", "schema": body})
    operation = _operation(f"Tasks_{name.title()}", parameters, f"Action: {name}")
    return {"post": operation | {"responses": {"204": {"description": "No Content"}}}}


def _start(workflow: Workflow) -> dict[str, Any]:
    reference = {"$ref": f"#/definitions/{_definition_name(workflow)}"}
    body = {"name": "body", "in": "body", "required": True, "schema": reference}
    operation = _operation(f"Start_{workflow.id}", [body], f"Starts {workflow.name}")
    created = {"201": {"description": "Created", "schema": {"type": "integer"}}}
    return operation | {"responses": created}


def _definition_name(workflow: Workflow) -> str:
    return workflow.name.replace(" ", "_")
