"""Qt. The folders are what you see in the window."""
