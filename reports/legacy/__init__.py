"""Figures of the years before the register: entered or imported, approved, frozen."""
