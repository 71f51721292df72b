"""The days that a figure counts over."""

from datetime import date
from typing import NamedTuple, Self


class Period(NamedTuple):
    """From the first day to the last, both included."""

    first: date
    last: date

    @classmethod
    def of_years(cls, first: int, last: int) -> Self:
        """Return 1 January of the first year to 31 December of the last."""
        return cls(date(first, 1, 1), date(last, 12, 31))

    @classmethod
    def of_year(cls, year: int) -> Self:
        """Return the calendar year."""
        return cls.of_years(year, year)
