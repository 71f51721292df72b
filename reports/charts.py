"""Bar charts, drawn as SVG on the server: a finding, the bars, and a table beside them.

Bars begin at zero and carry their number; what was not recorded is hatched. Only
attributes and classes, so that the page needs no inline style.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from reports.breakdowns import UNKNOWN
from reports.year import CellRow, Line, YearFigures
from thb.numbers import grouped

type Url = Callable[..., str]

WIDTH: Final = 560
LONGEST_BAR: Final = 350
PITCH: Final = 34  # from one bar to the next
LETTER: Final = 11.6  # the width of a wide letter, Cyrillic ones too, as phones have it
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


def charts_of(chapter: str, figures: YearFigures, url: Url) -> Iterator[Chart]:
    """Yield the charts of a chapter; a chart without records is not drawn."""
    draw = CHARTS.get(chapter)
    chart = draw(figures, url) if draw else None
    if chart is not None and any(bar.value for bar in chart.bars):
        yield chart


def countries(figures: YearFigures, url: Url) -> Chart | None:
    """Return where those identified were exploited."""
    line = figures.lines["victims.identified"]
    bars = cells(line, "country_of_exploitation", url)
    most = largest(bars)
    if most is None:
        return None
    finding = (
        _("Most were exploited in one country: %s")
        if 2 * most.value > total(line)
        else _("The most frequent country of exploitation: %s")
    )
    return Chart(
        "countries",
        finding % most.label,
        _("Persons identified, by main country of exploitation, %(year)s: %(total)s")
        % {"year": figures.year, "total": grouped(total(line))},
        _("Country of exploitation"),
        bars,
        total(line),
        url(line.figure.code),
    )


def articles(figures: YearFigures, url: Url) -> Chart | None:
    """Return the crimes of the year by article."""
    named = {
        "144-1": "offences.trafficking",
        "144-2": "offences.forced_labour",
        "144-3": "offences.documents",
    }
    bars = by_size(
        Bar(_("article %s") % article, total(figures.lines[code]), url(code))
        for article, code in named.items()
    )
    finding = (
        _("Most registered crimes are of one article: %s")
        if 2 * bars[0].value > sum(bar.value for bar in bars)
        else _("Most crimes are registered under: %s")
    )
    added = sum(bar.value for bar in bars)
    return Chart(
        "articles",
        finding % bars[0].label,
        _("Registered crimes, by article of the Criminal Code, %(year)s: %(total)s")
        % {"year": figures.year, "total": grouped(added)},
        _("Article"),
        bars,
        added,
    )


def help_given(figures: YearFigures, url: Url) -> Chart | None:
    """Return what those helped were given; one person may stand in several bars."""
    named = {
        "assistance.sheltered": _("state shelter"),
        "allowances.recipients": _("one-time allowance"),
        "assistance.returned_to_family": _("return to the family"),
        "assistance.vocational": _("vocational course"),
        "assistance.employed": _("job"),
    }
    bars = [
        Bar(label, total(figures.lines[code]), url(code))
        for code, label in named.items()
    ]
    return Chart(
        "help",
        _("Persons in the state shelter: %(sheltered)s; with a job: %(employed)s")
        % {"sheltered": grouped(bars[0].value), "employed": grouped(bars[-1].value)},
        _("Persons, by help given in %s; one person may stand in several")
        % figures.year,
        _("Help"),
        bars,
        None,
    )


def topics(figures: YearFigures, url: Url) -> Chart | None:
    """Return what people called the hotline about."""
    line = figures.lines["calls.received"]
    bars = cells(line, "topic", url)
    most = largest(bars)
    if most is None:
        return None
    return Chart(
        "topics",
        _("The most frequent topic of an appeal: %s") % most.label,
        _("Appeals received on 152, by topic, %(year)s: %(total)s")
        % {"year": figures.year, "total": grouped(total(line))},
        _("Topic"),
        bars,
        total(line),
        url(line.figure.code),
    )


CHARTS: Final[dict[str, Callable[[YearFigures, Url], Chart | None]]] = {
    "prosecution": articles,
    "victims": countries,
    "assistance": help_given,
    "hotline": topics,
}


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
