"""OData 4.01 expressions: the values of `$filter`, `$orderby`, `$select` and `$expand`."""
