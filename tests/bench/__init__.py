"""Benchmarks against the budgets: `python -m tests.bench [--strict] [NAME...]`.

A benchmark is a file of this folder with a function `bench() -> list[Row]`, and a name in NAMES.
Each runs in a process of its own, so that none starts with another's memory or QApplication.

`plain_ways` takes a minute of waiting for the plain ways: `dev.py check` runs all others.
"""

NAMES = ("start_up", "metadata_read", "large_body", "huge_body", "round_trip", "plain_ways")
