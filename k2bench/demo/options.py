"""The options of the demo tenant and the help that documents it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from k2bench.demo.guide import tenant_guide

DESCRIPTION = """\
A stand-in Nintex K2 Cloud tenant on loopback: login, OData v4 and v3, Workflow REST and SCIM.

Its first line on stdout is one JSON object that tells where everything is (login, token_url,
odata, odata_v3, workflow, scim, scim_token, control, control_token) and which clients there are;
it runs until it is interrupted, or until the process --parent-pid ends. What it imitates, and how
sure each fact about K2 is, is told in resources/k2-facts.md.
"""

DEFAULT_HISTORY_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for."""

    rows: int
    port: int
    parent_pid: int | None


def parse_options(argv: Sequence[str]) -> Options:
    """Reads the command line; ends the process with usage text on a wrong one."""
    parser = argparse.ArgumentParser(
        prog="k2bench --serve-demo",
        description=DESCRIPTION,
        epilog=tenant_guide(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--rows",
        type=_row_count,
        default=DEFAULT_HISTORY_ROWS,
        metavar="N",
        help=f"rows of WorkflowInstanceHistory (default {DEFAULT_HISTORY_ROWS})",
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=0,
        help="port of login and APIs; when it is taken, the next free one (default: any free one)",
    )
    parser.add_argument(
        "--parent-pid",
        type=int,
        default=None,
        metavar="PID",
        help="end when the process with this id ends",
    )
    values = parser.parse_args(argv)
    return Options(rows=values.rows, port=values.port, parent_pid=values.parent_pid)


def _row_count(text: str) -> int:
    count = int(text)
    if not 0 <= count <= 10_000_000:
        raise argparse.ArgumentTypeError("must be between 0 and 10,000,000")
    return count


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65_535:
        raise argparse.ArgumentTypeError("must be between 0 and 65535")
    return port
