"""Pages about people: the list, registering, and the parts of a file that say who."""
