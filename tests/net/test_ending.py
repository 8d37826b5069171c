"""The end of the process: quick, with complete output, even while a DNS query hangs."""

import subprocess
import sys
import time

CHILD = """
import os, socket, sys, threading, time
from contextlib import aclosing
from k2bench.core.wire import WireRequest
from k2bench.net.loop_thread import LoopThread
from k2bench.net.options import ExchangeOptions
from k2bench.net.transport import Transport

asked, never = threading.Event(), threading.Event()

def lookup(*args, **kwargs):
    asked.set()
    never.wait()

socket.getaddrinfo = lookup
loop, transport, endings = LoopThread(), Transport(), []

async def send():
    wire = WireRequest("GET", "http://hangs.example/")
    options = ExchangeOptions(trust_env=False)
    async with aclosing(transport.exchange(wire, options)) as events:
        async for _ in events:
            pass

loop.start(send, endings.append)
assert asked.wait(20)
sys.stdout.write("x" * 300_000 + "\\n")
print("closing", time.monotonic())
closed = loop.close()
print(closed, *endings)
sys.stdout.flush()
sys.stderr.flush()
os._exit(7)
"""


def test_a_hanging_dns_query_does_not_hold_the_process():
    child = subprocess.run(
        [sys.executable, "-c", CHILD], capture_output=True, text=True, timeout=60, check=False
    )
    ended = time.monotonic()
    assert child.stderr == ""
    assert child.returncode == 7
    filling, closing, told = child.stdout.splitlines()
    assert filling == "x" * 300_000
    assert told == "True Cancelled()"
    assert ended - float(closing.split()[1]) < 1.0
