"""What a service document lists, asked for to explain a 404. It is no answer of its own."""

from dataclasses import replace

from k2bench.apis.odata.service_document import read_service_document
from k2bench.core.problem import WorkbenchError
from k2bench.core.wire import WireRequest
from k2bench.workbench.exchange import Exchange

LARGEST = 5_000_000  # bytes; the largest service document known has 1 MB
_OF_THE_ROW = ("accept", "content-type", "if-match", "if-none-match", "prefer")


async def service_names(exchange: Exchange, wire: WireRequest) -> tuple[str, ...] | None:
    """The names in the service document that `wire` asks for; None when it could not be had."""
    kept = tuple((n, v) for n, v in wire.headers if n.lower() not in _OF_THE_ROW)
    wire = replace(wire, headers=(*kept, ("Accept", "application/json")))
    try:
        received = await exchange.receive(wire, largest=LARGEST)
        if received.head.status != 200 or received.end.problem is not None:
            return None
        entries = read_service_document(received.body[:], wire.url)
    except WorkbenchError:
        return None
    return tuple(entry.name for entry in entries)
