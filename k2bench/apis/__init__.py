"""What the workbench knows of each kind of API. No I/O, no Qt."""
