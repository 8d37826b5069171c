"""Commands over the workbench, one file each. No Qt."""
