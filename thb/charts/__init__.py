"""Charts as pictures of simple marks, by shape: each begins at zero, says its numbers.

A picture is boxes, lines, dots and words with their places. Pages draw it as SVG by
attributes and classes alone, the report's files by the same marks.
"""
