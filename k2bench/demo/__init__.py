"""A stand-in K2 tenant in a process of its own. Imports nothing of the workbench."""
