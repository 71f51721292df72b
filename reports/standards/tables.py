"""Tables of a standard: rows of numbers, each with its articles and its source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from reports.disclosure.tied_year import key
from reports.editions import Edition
from reports.numbers import Number
from reports.standards.choices import Standard


class Source(NamedTuple):
    """Where a number comes from: who counted it, what it counts, by which articles."""

    text: str
    articles: str = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """A number under its labels; `sums` are the keys of our figures it adds up.

    A row without them is counted for the table alone. `population` is what a rate is
    of; 0 where the row has none, null where it is missing. A `vague` row is of those of
    whom something is not known: the public tables leave it out where it is empty.
    """

    labels: tuple[str | Promise, ...]
    value: Number | None
    source: Source
    sums: tuple[str, ...] = ()
    population: int | None = 0
    vague: bool = False


class Sum(NamedTuple):
    """Rows of a table, by their place, and the keys that they add up to."""

    places: tuple[int, ...]
    wholes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `people` says whether its numbers tell of people.

    `listing` names the figure and breakdown whose cells the rows are, where the list is
    open: what everybody is told of it are the rows of the public tables. `ties` say
    which rows, by their place, add up to which keys.
    """

    code: str
    title: str | Promise
    heads: tuple[str | Promise, ...]
    rows: tuple[Row, ...]
    people: bool = True
    listing: tuple[str, str] | None = None
    ties: tuple[Sum, ...] = ()
    rates: bool = False

    def at(self, place: int) -> str:
        """Return the key of a row."""
        return f"{self.code}/{place}"


@dataclass(frozen=True)
class Tables:
    """The tables of a standard for one year; `missing` says what they lack."""

    standard: Standard
    edition: Edition
    tables: tuple[Table, ...]
    missing: tuple[str, ...] = field(default=())


def value_of(edition: Edition, code: str) -> Number | None:
    """Return the value of a figure of the edition."""
    return edition.figures.lines[code].value


def cells_of(edition: Edition, code: str, breakdown: str) -> Mapping[str, int]:
    """Return the cells of a breakdown of the edition."""
    return edition.figures.lines[code].cells.get(breakdown, {})


def keys(code: str, breakdown: str, cells: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of cells of a figure."""
    return tuple(key(code, breakdown, cell) for cell in cells)


def source_of(edition: Edition, code: str, articles: str = "–") -> Source:
    """Return that a number is a figure of ours, and of which edition."""
    if edition.is_draft:
        of = _("draft, counted %s") % f"{edition.as_of:%d.%m.%Y}"
    else:
        of = _("release %s") % f"{edition.year}-{edition.number}"
    return Source(f"{code}; {of}", articles)


def counted_today(words: str, articles: str = "–") -> Source:
    """Return that a number was counted now, whatever was frozen."""
    return Source(_("%s; counted today, not part of a release") % words, articles)
