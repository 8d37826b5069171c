"""Builds the directory on a thread of its own, since that takes about a second."""

from __future__ import annotations

import threading
from concurrent.futures import Future

from starlette.types import ASGIApp


def load_in_background(future: Future[ASGIApp]) -> None:
    """Starts to build the directory; `future` gets it, or the reason why there is none."""
    threading.Thread(target=_load, args=(future,), name="SCIM directory", daemon=True).start()


def _load(future: Future[ASGIApp]) -> None:
    try:
        from k2bench.demo.scim.directory import create_directory  # here: it is slow to import

        future.set_result(create_directory())
    except BaseException as error:
        future.set_exception(error)
