"""Runs the tenant's application on its listening sockets and announces it on stdout."""

from __future__ import annotations

import json
import logging
import socket
import sys
from types import FrameType

import uvicorn

from k2bench.demo.application import create_application
from k2bench.demo.protocol import ReachableConnection
from k2bench.demo.scim.loading import load_in_background
from k2bench.demo.start_line import start_line
from k2bench.demo.tenant import Tenant


def serve(tenant: Tenant, sockets: list[socket.socket]) -> int:
    """Serves until SIGINT or SIGTERM; returns the exit code."""
    config = uvicorn.Config(
        create_application(tenant),
        http=ReachableConnection,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        date_header=False,  # the tenant's own clock writes it
        server_header=False,
        timeout_keep_alive=120,
        timeout_graceful_shutdown=0,
    )
    try:
        _AnnouncingServer(config, tenant).run(sockets)
    finally:
        tenant.database.close()
    return 0


class _AnnouncingServer(uvicorn.Server):
    """Prints the start line once the sockets accept connections."""

    def __init__(self, config: uvicorn.Config, tenant: Tenant) -> None:
        super().__init__(config)
        self._tenant = tenant

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        sys.stdout.write(json.dumps(start_line(self._tenant)) + "\n")
        sys.stdout.flush()
        load_in_background(self._tenant.directory)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        # Or the signal would be raised again at the end, and be the exit code.
        self._captured_signals.clear()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # That requests are cut off now is no news.
        logging.getLogger("uvicorn.error").disabled = True
        await super().shutdown(sockets)
