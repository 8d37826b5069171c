"""What a service says of itself: `$metadata` and the service document, as plain types."""
