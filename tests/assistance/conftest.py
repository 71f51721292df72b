"""Staff, people and beds of a shelter, for the tests of its pages."""

from tests.assistance.bed_acts import beds, stay
from tests.shelter import manager, person, shelter

__all__ = ["beds", "manager", "person", "shelter", "stay"]
