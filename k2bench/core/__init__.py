"""Values and rules that every room shares. No I/O, no Qt."""
