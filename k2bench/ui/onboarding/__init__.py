"""From no client to a working one."""
