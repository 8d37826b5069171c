"""Any JSON, XML or text over HTTP: the kind that fits when no other does."""
