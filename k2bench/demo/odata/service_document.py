"""The service document: the published entity sets (OData JSON Format 4.0 §5)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from k2bench.demo.odata.model import SmartObject


def service_document(base_url: str, published: Iterable[SmartObject]) -> dict[str, Any]:
    """Lists the SmartObjects by system name; the display name is only the title."""
    return {
        "@odata.context": f"{base_url}$metadata",
        "value": [
            {
                "name": smartobject.name,
                "title": smartobject.title,
                "kind": "EntitySet",
                "url": smartobject.name,
            }
            for smartobject in published
        ],
    }
