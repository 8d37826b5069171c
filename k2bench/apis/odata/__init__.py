"""OData v4 and v3: rows, next links, error bodies."""
