"""The charts of a year, a module for each chapter: what each finds, and counts."""
