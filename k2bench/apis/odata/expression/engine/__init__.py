"""Runs any text through any grammar in the notation of `notation.py`. It knows no OData."""
