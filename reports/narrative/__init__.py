"""The written report: its text in three languages, bound to the figures."""
