"""Crimes by article and the way to the courts, year by year; who was wanted."""

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.charts.basis import Basis
from thb.charts.bullet import bullet
from thb.charts.chart import Bar, Cell, Chart, Row, Table
from thb.charts.key import shares
from thb.charts.multiples import NOT_KNOWN, Number, Panel, multiples
from thb.letters import capfirst
from thb.numbers import grouped

MOST_YEARS: Final = 8
"""So many of the latest years are drawn."""
ARTICLES: Final = {
    "offences.trafficking": "144-1",
    "offences.forced_labour": "144-2",
    "offences.documents": "144-3",
}
TO_COURT: Final = {
    "cases.investigation_completed": gettext_lazy("cases investigated"),
    "accused.sent_to_court": gettext_lazy("accused sent to court"),
    "accused.convicted": gettext_lazy("accused convicted"),
}
EARLIER: Final = "earlier_years"


def articles(basis: Basis) -> Chart | None:
    """Return the crimes by article, year by year."""
    named = {code: _("article %s") % article for code, article in ARTICLES.items()}
    bars = [basis.bar(code, label) for code, label in named.items()]
    most = max(bars, key=lambda bar: bar.value)
    if not most.value:
        return None
    finding = (
        _("Most registered crimes are of one article: %s")
        if 2 * most.value > sum(bar.value for bar in bars)
        else _("Most crimes are registered under: %s")
    )
    years = known_years(basis, list(named))
    panels = [panel(basis, code, label, years) for code, label in named.items()]
    return Chart(
        "articles",
        finding % most.label,
        _("Registered crimes, by article of the Criminal Code, %s") % period(years),
        multiples(years, panels),
        table(years, panels),
        in_words(years, panels),
        basis.source,
    )


def convicted(basis: Basis) -> Chart | None:
    """Return cases, accused and convicted, year by year."""
    years = known_years(basis, list(TO_COURT))
    panels = [panel(basis, code, str(t), years) for code, t in TO_COURT.items()]
    if not any(numbers[-1].value for _title, numbers in panels):
        return None
    earlier = basis.line("accused.convicted").cells.get("sent_to_court", {})
    shown = mark_earlier(panels, earlier.get(EARLIER, 0))
    rows = table(years, shown)
    if shown[-1].numbers[-1].earlier:
        rows = with_earlier(basis, rows)
    return Chart(
        "convicted",
        _("Convicted in the year: %s") % grouped(basis.number("accused.convicted")),
        _("Criminal cases and accused persons, %s") % period(years),
        multiples(years, shown),
        rows,
        in_words(years, shown),
        basis.source,
        note_of(shown),
    )


def mark_earlier(panels: list[Panel], earlier: int) -> list[Panel]:
    """Return the panels, in the last one those sent to court in earlier years apart."""
    title, numbers = panels[-1]
    marked = [*numbers[:-1], numbers[-1]._replace(earlier=earlier)]
    return [*panels[:-1], Panel(title, marked)]


def note_of(panels: list[Panel]) -> str:
    """Return what the hatching says, where there is one."""
    earlier = panels[-1].numbers[-1].earlier
    words = _("Hatched: convicted, but sent to court in earlier years: %s.")
    return words % grouped(earlier) if earlier else ""


def with_earlier(basis: Basis, told: Table) -> Table:
    """Return the table with a row for those sent to court in earlier years."""
    opens = ("accused.convicted", "sent_to_court", EARLIER)
    number = basis.line(opens[0]).cells[opens[1]][EARLIER]
    blank = [Cell("") for _head in told.heads[2:]]
    label = _("of them, sent to court in earlier years")
    row = Row(label, [*blank, Cell(grouped(number), basis.url(*opens))])
    return told._replace(rows=[*told.rows, row])


def known_years(basis: Basis, codes: Sequence[str]) -> list[int]:
    """Return the latest years of which one of the figures is known."""
    known = {year for code in codes for year in basis.years[code]}
    return sorted(known)[-MOST_YEARS:]


def panel(basis: Basis, code: str, title: str, years: Sequence[int]) -> Panel:
    """Return the small chart of one figure; only the year itself opens its records."""
    basis.line(code)
    known = basis.years[code]
    return Panel(
        title,
        [
            Number(known.get(year), basis.url(code) if year == basis.year else "")
            for year in years
        ],
    )


def table(years: Sequence[int], panels: Sequence[Panel]) -> Table:
    """Return the numbers with a row for each year."""
    return Table(
        [_("Year"), *(capfirst(panel.title) for panel in panels)],
        [
            Row(
                str(year),
                [Cell(shown(p.numbers[at]), p.numbers[at].url) for p in panels],
            )
            for at, year in enumerate(years)
        ],
    )


def shown(number: Number) -> str:
    """Return a number in words."""
    return NOT_KNOWN if number.value is None else grouped(number.value)


def in_words(years: Sequence[int], panels: Sequence[Panel]) -> str:
    """Return the small charts in words."""
    return "; ".join(
        f"{panel.title}: "
        + ", ".join(
            f"{year} {shown(number)}"
            for year, number in zip(years, panel.numbers, strict=True)
        )
        for panel in panels
    )


def period(years: Sequence[int]) -> str:
    """Return the years in short: 2019, or 2012–2019."""
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def wanted(basis: Basis) -> Chart | None:
    """Return how many of those wanted were detained: a part below its whole."""
    whole = basis.bar("wanted.total", _("wanted"))
    part = basis.bar("wanted.detained", _("of them, detained"))
    if not whole.value:
        return None
    subtitle = _("Persons wanted at some time of %s") % basis.year
    return of_wanted(whole, part, subtitle, basis.source)


def of_wanted(whole: Bar, part: Bar, subtitle: str, source: str) -> Chart:
    """Return the chart of a part of those wanted."""
    (share,) = shares([part.value], whole.value)
    numbers = {"part": grouped(part.value), "whole": grouped(whole.value)}
    told = share or _("%(part)s of %(whole)s") % numbers
    rows = [
        Row(bar.label, [Cell(grouped(bar.value), bar.url)]) for bar in (whole, part)
    ]
    if share:
        rows.append(Row(_("detained, percent"), [Cell(share)]))
    return Chart(
        "wanted",
        _("Detained of those wanted: %s") % told,
        subtitle,
        bullet(whole, part),
        Table([_("Persons"), _("Number")], rows),
        ", ".join(f"{row.label} {row.cells[0].text}" for row in rows),
        source,
    )


CHARTS: Final = (articles, convicted, wanted)
