"""A picture of the years: one column each, drawn as SVG by attributes and classes."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from reports.models.legacy import FIRST_YEAR
from reports.open.series import YearValue
from thb.numbers import grouped

HEIGHT: Final = 220
ROOM_ABOVE: Final = 24
ROOM_BELOW: Final = 26
PITCH: Final = 44
WIDTH_OF_COLUMN: Final = 28
UNKNOWN_HEIGHT: Final = 60


class Column(NamedTuple):
    """A year with its place in the picture; one that is not known is hatched."""

    year: int
    text: str
    left: int
    middle: int
    top: float
    height: float
    known: bool


class Columns(NamedTuple):
    """The picture: its years from the first to the last, with none left out."""

    values: dict[int, YearValue]

    @property
    def years(self) -> range:
        """Return every year of the picture, from the first that was ever counted."""
        return range(min(FIRST_YEAR, *self.values), max(self.values) + 1)

    @property
    def width(self) -> int:
        """Return the width of the picture."""
        return PITCH * len(self.years)

    @property
    def height(self) -> int:
        """Return the height of the picture."""
        return HEIGHT

    @property
    def base(self) -> int:
        """Return where the columns stand."""
        return HEIGHT - ROOM_BELOW

    @property
    def summary(self) -> str:
        """Return the picture in words."""
        return ", ".join(f"{column.year}: {column.text}" for column in self.drawn())

    def drawn(self) -> Iterator[Column]:
        """Yield the columns with their places."""
        highest = max((one.value or 0 for one in self.values.values()), default=0)
        room = self.base - ROOM_ABOVE
        for at, year in enumerate(self.years):
            value = self.values[year].value if year in self.values else None
            share = 0 if value is None or not highest else value / highest
            height = UNKNOWN_HEIGHT if value is None else round(room * share, 1)
            left = at * PITCH + (PITCH - WIDTH_OF_COLUMN) // 2
            yield Column(
                year,
                "–" if value is None else grouped(value),
                left,
                at * PITCH + PITCH // 2,
                round(self.base - height, 1),
                height,
                value is not None,
            )
