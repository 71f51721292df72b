"""A chart: what is found, what is counted, the picture, and its numbers as a table."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from thb.charts.marks import Look, Picture
from thb.numbers import grouped


class Bar(NamedTuple):
    """A number of a chart: what it is, how many, the list that it opens."""

    label: str
    value: int
    url: str = ""
    is_vague: bool = False

    @property
    def look(self) -> Look:
        """Return how it is filled where one colour does for all."""
        return Look.VAGUE if self.is_vague else Look.FIRST


class Cell(NamedTuple):
    """A number in the table of a chart, and the list that it opens."""

    text: str
    url: str = ""


class Row(NamedTuple):
    """A row of the table."""

    label: str
    cells: Sequence[Cell]
    is_total: bool = False


class Table(NamedTuple):
    """The numbers of a chart; `heads` name the labels and then each column."""

    heads: Sequence[str]
    rows: list[Row]

    @property
    def is_summed(self) -> bool:
        """Tell whether the last row is the sum of the others."""
        return self.rows[-1].is_total


class Chart(NamedTuple):
    """A chart: `title` says what is found, `subtitle` what is counted, and when.

    `source` says where the numbers are from, `note` what must be known to read them,
    `narrow` draws the same for a phone where the picture would be too wide.
    """

    code: str
    title: str
    subtitle: str
    picture: Picture
    table: Table
    summary: str
    source: str = ""
    note: str = ""
    narrow: Picture | None = None


def in_words(bars: Iterable[Bar]) -> str:
    """Return the numbers in words, one after the other."""
    return ", ".join(f"{bar.label} {grouped(bar.value)}" for bar in bars)


def listed(bars: Iterable[Bar]) -> list[Row]:
    """Return a row of the table for each number."""
    return [Row(bar.label, [Cell(grouped(bar.value), bar.url)]) for bar in bars]
