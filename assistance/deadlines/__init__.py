"""Deadlines: what is due for a person, as the records and the terms say."""
