"""Charts as data: from the rows of a table to series of points. It draws nothing."""
