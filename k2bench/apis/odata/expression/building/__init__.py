"""From the nodes of the grammar to the syntax tree."""
