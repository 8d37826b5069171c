from __future__ import annotations

from k2bench.demo.workflow.definitions import PURCHASE_APPROVAL
from k2bench.demo.workflow.schema import start_schema


def test_it_has_the_six_parts_and_the_data_fields() -> None:
    schema = start_schema(PURCHASE_APPROVAL)
    properties = schema["properties"]
    assert list(properties) == [
        "folio", "priority", "expectedDuration", "dataFields", "xmlFields", "itemReferences",
    ]  # fmt: skip
    assert properties["dataFields"]["properties"]["Amount"]["type"] == "number"
