"""Misbehaviour on demand: what can go wrong, what is switched on, and how it is done."""
