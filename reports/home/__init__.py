"""The first page of every user."""
