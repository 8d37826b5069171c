"""The tree of a JSON body, opened level by level."""
