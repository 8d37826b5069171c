"""What annotations say about a thing, for people."""

from collections.abc import Iterable

from k2bench.apis.odata.metadata.annotation import Annotation, find

TERMS = (
    "Org.OData.Core.V1.Description",
    "com.sap.vocabularies.Common.v1.Label",
    "sap:label",
    "Documentation",
    "Org.OData.Core.V1.LongDescription",
)
"""The shortest first. `Documentation` is an element of OData 1 to 3."""


def description(annotations: Iterable[Annotation]) -> str:
    """A sentence about it; empty when none is given."""
    every = tuple(annotations)
    for term in TERMS:
        found = find(every, term)
        if found and found.value and isinstance(text := found.value.plain(), str) and text.strip():
            return text.strip()
    return ""
