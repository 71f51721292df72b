"""Staff and people of a shelter, for the tests of its pages."""

from tests.shelter import manager, person, shelter

__all__ = ["manager", "person", "shelter"]
