"""The pages of the standards: a year, its tables, what they are made with."""
