"""The login of the tenant: discovery, keys, and the token endpoint."""
