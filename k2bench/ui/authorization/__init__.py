"""Getting and using an access token."""
