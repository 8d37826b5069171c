"""What a response body is, before anyone draws it. No I/O, no Qt."""
