"""The page *Query*: the OData query options of the request's URL, to be clicked and typed."""
