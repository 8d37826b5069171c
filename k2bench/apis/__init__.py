"""What the workbench knows of each kind of API. No I/O, no Qt."""

from k2bench.apis.kind import ApiKind
from k2bench.apis.odata.kind import ODataKind
from k2bench.apis.rest.kind import RestKind
from k2bench.apis.scim.kind import ScimKind
from k2bench.apis.workflow.kind import WorkflowKind
from k2bench.core.response import ResponseSnapshot

KINDS: tuple[ApiKind, ...] = (ODataKind(), WorkflowKind(), ScimKind(), RestKind())


def kind_of(response: ResponseSnapshot) -> ApiKind:
    """The kind that is the surest of an answer. REST takes every one."""
    return max(KINDS, key=lambda kind: kind.priority(response))
