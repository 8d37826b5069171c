"""What there is in the tenant, as text for a terminal."""

from __future__ import annotations

import textwrap

from k2bench.demo.faults.catalogue import FAULTS
from k2bench.demo.login.clients import CLIENTS, NEIGHBOUR
from k2bench.demo.odata.smartobjects import CATALOGUE

WIDTH = 96
INDENT = "  "

CONTROL = """\
The control surface, for whoever holds control_token (as a bearer token):
  GET  /__demo/faults     lists the faults, and which are on
  POST /__demo/faults     {"fault": "unauthorized", "after": 2, "times": 1}: two requests pass, the
                          next is struck. Further: "api" (login, odata, workflow, scim), "path"
                          (text in the URL), the fault's own parameters, "enabled": false.
                          {"clear": true} switches all off
  POST /__demo/publish    {"smartobject": "TravelExpenses", "delay": 30}
  GET  /__demo/elsewhere  who came to the other origin, with a token or without; DELETE forgets"""


def tenant_guide() -> str:
    """Clients, SmartObjects and faults, each with a sentence."""
    clients = [(client.id, client.shows) for client in (*CLIENTS, NEIGHBOUR)]
    smartobjects = [(entry.name, entry.title) for entry in CATALOGUE]
    faults = [(fault.key, fault.text) for fault in FAULTS]
    parts = [_listing("Clients", clients), _listing("SmartObjects", smartobjects)]
    return "\n\n".join([*parts, CONTROL, _listing("Faults", faults)])


def _listing(heading: str, entries: list[tuple[str, str]]) -> str:
    lines = [f"{heading}:"]
    margin = max(len(name) for name, _ in entries) + 2 * len(INDENT)
    for name, text in entries:
        first = f"{INDENT}{name}".ljust(margin)
        lines.append(
            textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=" " * margin)
        )
    return "\n".join(lines)
