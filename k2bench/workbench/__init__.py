"""Use cases. No Qt: the whole product runs from a REPL."""
