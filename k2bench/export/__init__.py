"""Rows out to files."""
