"""Reads login settings out of whatever was pasted. It fills nothing in and sends nothing."""

from k2bench.auth.pasting.reading import EXPECTED, understand
from k2bench.auth.pasting.understood import Found, Understood

__all__ = ["EXPECTED", "Found", "Understood", "understand"]
