"""`$filter`: odata-query's parser, and our own translation into parameterised SQL."""
