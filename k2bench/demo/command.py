"""The command line of the demo tenant; `k2bench --serve-demo` hands its arguments over to it."""

from __future__ import annotations

import signal
from collections.abc import Sequence

from k2bench.demo import parent, server
from k2bench.demo.listening import listen_on_loopback
from k2bench.demo.options import Options, parse_options
from k2bench.demo.tenant import Tenant


def main(argv: Sequence[str]) -> int:
    """Runs the tenant until it is stopped or its parent ends.

    Args:
        argv: The arguments without the program's name.

    Returns:
        The exit code of the process.
    """
    options = parse_options(argv)
    # While it still starts, either signal is an exception; the server then has its own handlers.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return _serve(options)
    except KeyboardInterrupt:
        return 0


def _serve(options: Options) -> int:
    if options.parent_pid is not None:
        parent.end_with(options.parent_pid)
    api_socket = listen_on_loopback(options.port)
    scim_socket = listen_on_loopback(0)
    elsewhere_socket = listen_on_loopback(0)
    tenant = Tenant.create(
        api_port=api_socket.getsockname()[1],
        scim_port=scim_socket.getsockname()[1],
        elsewhere_port=elsewhere_socket.getsockname()[1],
        history_rows=options.rows,
    )
    return server.serve(tenant, [api_socket, scim_socket, elsewhere_socket])
