"""From a chosen secret to an access token. No I/O."""
