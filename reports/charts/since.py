"""The years since 2005: persons identified year by year, and the laws of then."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from django.utils.translation import gettext as _

from reports.charts.basis import Basis
from thb.charts.chart import Cell, Chart, Row, Table
from thb.charts.years import Year, columns, every_year, in_words, rows
from thb.letters import capfirst

FIGURE: Final = "victims.identified"
FEWEST: Final = 3
"""Fewer years make no series: the table of the year has two."""


def identified(basis: Basis) -> Chart | None:
    """Return the persons identified year by year."""
    known = basis.years[FIGURE]
    basis.line(FIGURE)
    if len(known) < FEWEST or not any(known.values()):
        return None
    marks, note = marked(basis.acts, known)
    shown = every_year(known, marks)
    return Chart(
        "years",
        finding(shown),
        _("Persons identified as victims, by year, %(first)s–%(last)s")
        % {"first": shown[0].year, "last": shown[-1].year},
        columns(shown),
        table(shown, {basis.year: basis.url(FIGURE)}),
        in_words(shown),
        _("%s; earlier years: printed reports") % basis.source,
        note,
        rows(shown),
    )


def finding(shown: Sequence[Year]) -> str:
    """Return when most were identified; the last number where a year is not told."""
    told = [year for year in shown if year.value is not None]
    if not told:
        return capfirst(_("not shown"))
    if len(told) < len(shown):
        said, found = _("Identified in %(year)s: %(number)s"), told[-1]
    else:
        said = _("Most were identified in %(year)s: %(number)s")
        found = max(told, key=lambda year: (year.value or 0, year.year))
    return said % {"year": found.year, "number": found.text}


def marked(
    acts: Iterable[tuple[int, str]], known: Iterable[int]
) -> tuple[dict[int, str], str]:
    """Return a mark for each year with a law, and the laws in words."""
    years = range(min(known), max(known) + 1)
    titles: dict[int, list[str]] = {}
    for year, title in acts:
        if year in years:
            titles.setdefault(year, []).append(title)
    marks = {year: f"§{at}" for at, year in enumerate(sorted(titles), start=1)}
    words = [f"{marks[year]} {year}: {'; '.join(titles[year])}" for year in marks]
    return marks, f"{_('Laws')}: {' · '.join(words)}" if words else ""


def table(shown: Sequence[Year], urls: Mapping[int, str]) -> Table:
    """Return the numbers with a row for each year."""
    return Table(
        [_("Year"), _("Persons")],
        [
            Row(str(year.year), [Cell(year.text, urls.get(year.year, ""))])
            for year in shown
        ],
    )


CHARTS: Final = (identified,)
