"""The operations of Workflow REST. What is marked unknown in k2-facts.md is chosen here.

Unknown and chosen: 201 for a start, 204 for an action, 404 with the vendor's text for a task that
is not there.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from k2bench.demo.workflow import bodies
from k2bench.demo.workflow.definitions import WORKFLOWS, Workflow
from k2bench.demo.workflow.errors import NO_EVENT, NO_WORKFLOW, bad_request, not_found
from k2bench.demo.workflow.schema import start_schema
from k2bench.demo.workflow.swagger import swagger_document
from k2bench.demo.workflow.tasks import Status, Task
from k2bench.demo.workflow.wire import actions_json, event_json, task_json, workflow_json
from k2bench.demo.workflow.worklist import Worklist, find_workflow


@dataclass(frozen=True, slots=True)
class Call:
    """One request to an operation.

    Attributes:
        allowed: Whether the client has any rights on workflows.
        parameters: The values from the path.
    """

    request: Request
    worklist: Worklist
    allowed: bool
    parameters: dict[str, str]

    @property
    def origin(self) -> str:
        """The origin as this client addresses it."""
        return f"http://{self.request.url.netloc}"

    def task(self) -> Task:
        """The task that the path names."""
        return self.worklist.find(self.parameters["serial"])

    def workflow(self) -> Workflow:
        """The workflow that the path names."""
        if not self.allowed:
            raise not_found(NO_WORKFLOW)
        return find_workflow(self.parameters["id"])


@dataclass(frozen=True, slots=True)
class Operation:
    """A method and a path, and what answers it."""

    method: str
    pattern: str
    run: Callable[[Call], Awaitable[Response]]


async def list_tasks(call: Call) -> Response:
    """GET tasks; `state` narrows it down."""
    state = call.request.query_params.get("state")
    tasks = call.worklist.visible(None if state is None else _statuses(state))
    items = [task_json(task, call.origin) for task in tasks]
    return JSONResponse({"itemCount": len(items), "tasks": items})


async def get_task(call: Call) -> Response:
    """GET tasks/{serial}."""
    return JSONResponse(task_json(call.task(), call.origin))


async def get_actions(call: Call) -> Response:
    """GET tasks/{serial}/actions."""
    return JSONResponse(actions_json(call.task()))


async def take_action(call: Call) -> Response:
    """POST tasks/{serial}/actions/{action}: one of the five fixed ones, or a custom one by name."""
    task, body = call.task(), await bodies.read_object(call.request)
    name = call.parameters["action"]
    worklist = call.worklist
    match name.lower():
        case "assign":
            worklist.assign(task)
        case "release":
            worklist.release(task)
        case "wake":
            worklist.wake(task)
        case "sleep":
            task.sleep(bodies.read_sleep(body, worklist.now()))
        case "redirect":
            worklist.redirect(task, bodies.read_redirect(body))
        case _:
            worklist.complete(task, name, bodies.read_action_fields(body, task.workflow))
    return Response(status_code=204)


async def list_workflows(call: Call) -> Response:
    """GET workflows; `type=startable` narrows it down."""
    kind = call.request.query_params.get("type")
    if kind not in (None, "startable"):
        raise bad_request(f"The type '{kind}' is not known.")
    listed = WORKFLOWS if call.allowed else ()
    items = [workflow_json(entry) for entry in listed if kind is None or entry.startable]
    return JSONResponse({"itemCount": len(items), "workflows": items})


async def get_workflow(call: Call) -> Response:
    """GET workflows/{id}."""
    return JSONResponse(workflow_json(call.workflow()))


async def get_schema(call: Call) -> Response:
    """GET workflows/{id}/schema."""
    return JSONResponse(start_schema(call.workflow()))


async def start_workflow(call: Call) -> Response:
    """POST workflows/{id}: the answer is the instance's id, a bare integer."""
    workflow = call.workflow()
    if not workflow.startable:
        raise bad_request(f"The account may not start '{workflow.name}'.")
    wanted = bodies.read_start(await bodies.read_object(call.request), workflow)
    instance = call.worklist.start(workflow, wanted.folio, wanted.priority, wanted.data_fields)
    return JSONResponse(instance, status_code=201)


async def get_server_event(call: Call) -> Response:
    """GET serverEvents/{serial}: each task's event can be looked at this way."""
    task = call.worklist.tasks.get(call.parameters["serial"])
    if task is None:
        raise not_found(NO_EVENT)
    return JSONResponse(event_json(task))


async def get_swagger(call: Call) -> Response:
    """GET docs: the Swagger 2.0 document of this tenant."""
    url = call.request.url
    base_path: str = call.request.scope["root_path"]
    return JSONResponse(swagger_document(url.netloc, base_path))


OPERATIONS: tuple[Operation, ...] = (
    Operation("GET", "tasks", list_tasks),
    Operation("GET", "tasks/{serial}", get_task),
    Operation("GET", "tasks/{serial}/actions", get_actions),
    Operation("POST", "tasks/{serial}/actions/{action}", take_action),
    Operation("GET", "workflows", list_workflows),
    Operation("GET", "workflows/{id}", get_workflow),
    Operation("POST", "workflows/{id}", start_workflow),
    Operation("GET", "workflows/{id}/schema", get_schema),
    Operation("GET", "serverEvents/{serial}", get_server_event),
    Operation("GET", "docs", get_swagger),
)


def _statuses(text: str) -> frozenset[Status]:
    by_name = {status.value.lower(): status for status in Status}
    names = [name.strip().lower() for name in text.split(",")]
    if not set(names) <= set(by_name):
        raise bad_request(f"The state '{text}' is not known.")
    return frozenset(by_name[name] for name in names)
