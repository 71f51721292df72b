"""Pages of the bed board."""
