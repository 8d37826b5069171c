"""What the page *Chart* is made of.

`canvas` and what it uses import pyqtgraph, so they are imported only after `library.load`.
"""
