"""K2 Workflow REST."""
