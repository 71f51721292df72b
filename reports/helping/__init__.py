"""Help for each role, task by task."""
