"""Ends this process when another one ends, so that a killed workbench leaves no tenant behind."""

from __future__ import annotations

import os
import select
import sys
import threading
import time

POLL_SECONDS = 0.5


def end_with(pid: int) -> None:
    """Starts a daemon thread that ends this process as soon as process `pid` has ended."""
    parent = os.getppid() if sys.platform != "win32" else None
    threading.Thread(
        target=_wait_and_exit, args=(pid, parent == pid), name="parent watch", daemon=True
    ).start()


def _wait_and_exit(pid: int, is_own_parent: bool) -> None:
    wait_for_end(pid, is_own_parent)
    os._exit(0)


def wait_for_end(pid: int, is_own_parent: bool = False) -> None:
    """Returns when process `pid` has ended; at once if there is none.

    Args:
        pid: The process to wait for.
        is_own_parent: Whether it is this process's parent. Then a change of the parent's id is
            the one sign that cannot be mistaken for a new process with a recycled id.
    """
    if sys.platform == "win32":
        _wait_windows(pid)
    elif sys.platform == "linux" and hasattr(os, "pidfd_open"):
        _wait_pidfd(pid)
    else:
        _poll(pid, is_own_parent)


if sys.platform == "win32":

    def _wait_windows(pid: int) -> None:
        import ctypes

        synchronize, infinite = 0x0010_0000, 0xFFFF_FFFF
        kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel32.OpenProcess.restype = ctypes.c_void_p
        handle = kernel32.OpenProcess(synchronize, False, pid)
        if handle:
            kernel32.WaitForSingleObject(ctypes.c_void_p(handle), infinite)
            kernel32.CloseHandle(ctypes.c_void_p(handle))


if sys.platform == "linux":

    def _wait_pidfd(pid: int) -> None:
        try:
            descriptor = os.pidfd_open(pid)
        except ProcessLookupError:
            return
        except OSError:  # a kernel or a sandbox without pidfd_open
            _poll(pid, os.getppid() == pid)
            return
        try:
            poll = select.poll()
            poll.register(descriptor, select.POLLIN)
            poll.poll()
        finally:
            os.close(descriptor)


def _poll(pid: int, is_own_parent: bool) -> None:
    while _is_alive(pid) and not (is_own_parent and os.getppid() != pid):
        time.sleep(POLL_SECONDS)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
