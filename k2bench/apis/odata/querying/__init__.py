"""The values of query options as parts that a person edits one by one, and back to text."""
