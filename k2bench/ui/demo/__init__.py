"""The embedded demo tenant."""
