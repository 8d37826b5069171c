"""The syntax tree: nodes of expressions, steps of paths, items and options."""
