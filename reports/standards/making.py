"""The tables of a standard for a year: refused while a value of it has no word."""

from collections.abc import Callable, Mapping
from typing import Final

from reports.editions import Edition
from reports.standards.choices import Standard
from reports.standards.glotip import glotip
from reports.standards.occurring import unmapped
from reports.standards.sdg import sdg
from reports.standards.tables import Tables
from reports.standards.words import UnmappedError

BUILDERS: Final[Mapping[Standard, Callable[[Edition], Tables]]] = {
    Standard.GLOTIP: glotip,
    Standard.SDG: sdg,
}


def tables_of(standard: Standard, edition: Edition) -> Tables:
    """Return the tables; UnmappedError with every value that has no word."""
    refuse_unmapped(standard, edition)
    return BUILDERS[standard](edition)


def refuse_unmapped(standard: Standard, edition: Edition) -> None:
    """Raise UnmappedError where a value of the year has no word."""
    if values := unmapped(standard, edition):
        raise UnmappedError(values)
