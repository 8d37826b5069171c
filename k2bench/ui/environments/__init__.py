"""Which tenant, which login."""
