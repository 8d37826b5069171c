"""The Workflow REST service: a worklist with real state, in memory."""
