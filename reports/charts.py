"""Bar charts, drawn as SVG on the server: a finding, the bars, and a table beside them.

Bars begin at zero and carry their number; what was not recorded is hatched. Only
attributes and classes, so that the page needs no inline style.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from django.utils.text import Truncator

from reports.breakdowns import UNKNOWN
from reports.year import CellRow, Line
from thb.numbers import grouped

type Url = Callable[..., str]

WIDTH: Final = 560
LONGEST_BAR: Final = 350
PITCH: Final = 34  # from one bar to the next
LETTER: Final = 11.6  # the width of a wide letter, Cyrillic ones too, as phones have it
FEWEST_LETTERS: Final = 9  # a short word may be of wide letters alone
LONGEST_LABEL: Final = 30  # letters; the table beside has the whole label
GAP: Final = 12
ROOM_FOR_NUMBER: Final = 84


class Bar(NamedTuple):
    """A bar: what it is, its number, the list it opens."""

    label: str
    value: int
    url: str
    is_unknown: bool = False


class Drawn(NamedTuple):
    """A bar with its place in the picture."""

    bar: Bar
    label: str
    text: str
    top: int
    baseline: int
    width: float
    end: float


class Chart(NamedTuple):
    """A chart: `title` says what is found, `subtitle` what is counted.

    `total` is None where one record may stand in several bars.
    """

    code: str
    title: str
    subtitle: str
    column: str
    bars: list[Bar]
    total: int | None
    total_url: str = ""

    @property
    def left(self) -> float:
        """Return where the bars begin."""
        letters = max(len(shortened(bar.label)) for bar in self.bars)
        letters = max(letters, FEWEST_LETTERS)
        return round(letters * LETTER + GAP)

    @property
    def height(self) -> int:
        """Return the height of the picture."""
        return PITCH * len(self.bars)

    @property
    def width(self) -> int:
        """Return the width of the picture."""
        return WIDTH

    @property
    def summary(self) -> str:
        """Return the chart in words."""
        return ", ".join(f"{bar.label} {grouped(bar.value)}" for bar in self.bars)

    def drawn(self) -> Iterator[Drawn]:
        """Yield the bars with their places."""
        longest = max(bar.value for bar in self.bars)
        room = min(LONGEST_BAR, WIDTH - self.left - ROOM_FOR_NUMBER)
        for at, bar in enumerate(self.bars):
            width = round(room * bar.value / longest, 1)
            top = at * PITCH + 3
            yield Drawn(
                bar,
                shortened(bar.label),
                grouped(bar.value),
                top,
                top + 16,
                width,
                round(self.left + width + 8, 1),
            )

    @property
    def label_end(self) -> float:
        """Return where the labels end."""
        return self.left - GAP


def shortened(label: str, letters: int = LONGEST_LABEL) -> str:
    """Return the label as far as there is room for it."""
    return Truncator(label).chars(letters)


def cells(line: Line, breakdown: str, url: Url) -> list[Bar]:
    """Return a bar for each cell, in the order of the page."""
    return [
        Bar(
            row.label,
            row.value,
            url(line.figure.code, breakdown, row.cell),
            _unknown(row),
        )
        for row in line.rows(breakdown)
    ]


def _unknown(row: CellRow) -> bool:
    return row.cell == UNKNOWN


def by_size(bars: Iterable[Bar]) -> list[Bar]:
    """Return the bars, the longest first."""
    return sorted(bars, key=lambda bar: -bar.value)


def largest(bars: list[Bar]) -> Bar | None:
    """Return the longest bar of what is recorded."""
    recorded = [bar for bar in bars if not bar.is_unknown]
    return max(recorded, key=lambda bar: bar.value, default=None)


def total(line: Line) -> int:
    """Return the figure as a whole number."""
    return int(line.value or 0)
