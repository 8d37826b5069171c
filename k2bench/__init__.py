"""k2bench: a desktop workbench for the APIs of Nintex K2 Cloud, and for any OData service."""

__version__ = "0.1.0"
