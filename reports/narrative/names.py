"""What stands in the report as a number and is no figure: the year, the hotline."""

from collections.abc import Callable, Mapping
from typing import Final

FIRST_YEAR: Final = 2005
"""The year of the law on combating trafficking: totals begin with it."""

NAMES: Final[Mapping[str, Callable[[int], int | str]]] = {
    "year": lambda year: year,
    "previous_year": lambda year: year - 1,
    "first_year": lambda _year: FIRST_YEAR,
    "years_told": lambda year: year - FIRST_YEAR + 1,
    "hotline": lambda _year: "152",
    "article_trafficking": lambda _year: "144-1",
    "article_forced_labour": lambda _year: "144-2",
    "article_documents": lambda _year: "144-3",
}
"""What a token may name besides a figure, said for a year."""
