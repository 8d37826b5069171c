"""The OData services of the tenant, over generated SmartObjects in SQLite."""
