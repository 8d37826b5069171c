"""Theme, icons, and the widgets that several panels use."""
