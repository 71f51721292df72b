"""Pages about help: the overview of a file, and its sections from placement on."""
