"""The page *Table*: rows of an answer, to be sorted, filtered, arranged, copied and summed up."""
