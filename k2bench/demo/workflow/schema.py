"""The JSON schema of a workflow's start request, at `workflows/{id}/schema`."""

from __future__ import annotations

from typing import Any

from k2bench.demo.workflow.definitions import Workflow


def start_schema(workflow: Workflow) -> dict[str, Any]:
    """What may be sent to start a workflow; nothing is required."""
    fields = {entry.name: {"type": entry.type, "title": entry.title} for entry in workflow.fields}
    return {
        "title": workflow.name,
        "type": "object",
        "properties": {
            "folio": {"type": "string", "title": "Folio"},
            "priority": {"type": "integer", "title": "Priority", "enum": [0, 1, 2]},
            "expectedDuration": {"type": "integer", "title": "Expected duration in seconds"},
            "dataFields": {"type": "object", "properties": fields},
            "xmlFields": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"name": {"type": "string"}, "value": {"type": "string"}},
                },
            },
            "itemReferences": {"type": "object"},
        },
    }
