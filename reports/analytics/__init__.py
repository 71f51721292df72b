"""The analytics of cases: what is counted, by what, and who sees how much of it."""
