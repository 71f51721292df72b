"""Beds that the police ask for by needs; they never learn a place."""
