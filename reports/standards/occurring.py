"""The values of our lists that occur in a year, before anything is exported."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, F

from reports.breakdowns import UNKNOWN
from reports.catalogue.prosecution import PROSECUTED
from reports.catalogue.victims import IDENTIFIED
from reports.editions import Edition
from reports.figures import Records
from reports.standards.choices import MappedList, Standard
from reports.standards.counts import by_sex, convicted_by_sex, in_contact
from reports.standards.lists import AGE_OF, LISTS, USED_BY
from reports.standards.tables import cells_of
from reports.standards.words import Value, Words

type Values = Counter[tuple[str, str]]


def unmapped(standard: Standard, edition: Edition) -> list[Value]:
    """Return the values of the year that the standard has no word for."""
    if standard is Standard.ICTIP:
        return []
    found = of_records(edition.year) if standard is Standard.HTCDS else of(edition)
    if standard is Standard.GLOTIP:
        found.update(of_accused(edition))
    return Words.of(standard).missing(found)


def of(edition: Edition) -> Values:
    """Return the values that tables of victims are made of."""
    code = IDENTIFIED.code
    found: Values = Counter()
    for name in (MappedList.SEX, MappedList.EXPLOITATION_TYPE):
        for cell, number in cells_of(edition, code, name).items():
            found[name, cell] += number
    for cell, number in cells_of(edition, code, "person_type").items():
        found[MappedList.AGE_GROUP, AGE_OF[cell]] += number
    return found


def of_accused(edition: Edition) -> Values:
    """Return the sexes of the accused that tables tell of."""
    found: Values = Counter()
    for cells in (
        cells_of(edition, PROSECUTED.code, "sex"),
        convicted_by_sex(edition),
        by_sex(in_contact(edition.year)),
    ):
        for cell, number in cells.items():
            found[MappedList.SEX, cell] += number
    return found


def of_records(year: int) -> Values:
    """Return the values of one row a victim; what was not recorded needs no word."""
    victims = IDENTIFIED.records(year).order_by()
    found: Values = Counter()
    for name in USED_BY[Standard.HTCDS]:
        for code, number in values_of(victims, name):
            if code not in {"", UNKNOWN}:
                found[name, code] += number
    return found


def values_of(victims: Records, name: MappedList) -> Iterator[tuple[str, int]]:
    """Yield each value of a list with the number of victims; means one by one."""
    path: Any = LISTS[name].path
    column = F(path) if isinstance(path, str) else path
    rows = victims.annotate(one=column).values_list("one")
    for value, number in rows.annotate(number=Count("pk")):
        for code in value if isinstance(value, list) else [value or ""]:
            told = AGE_OF[code] if name is MappedList.AGE_GROUP else code
            yield told, number
