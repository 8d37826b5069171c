"""The explorer: what the services of an environment offer, as a tree."""
