"""Which charts stand in which chapter: each says what is found, and what is counted."""

from collections.abc import Callable, Iterator
from typing import Final

from django.utils.translation import gettext as _

from reports.charts import Bar, Chart, Url, by_size, cells, largest, total
from reports.year import YearFigures
from thb.numbers import grouped, percent


def charts_of(chapter: str, figures: YearFigures, url: Url) -> Iterator[Chart]:
    """Yield the charts of a chapter; a chart without records is not drawn."""
    for draw in CHARTS.get(chapter, ()):
        chart = draw(figures, url)
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


def citizenships(figures: YearFigures, url: Url) -> Chart | None:
    """Return whose citizens those identified are."""
    line = figures.lines["victims.identified"]
    bars = cells(line, "citizenship", url)
    most = largest(bars)
    if most is None:
        return None
    return Chart(
        "citizenships",
        _("The most frequent citizenship: %s") % most.label,
        _("Persons identified, by citizenship, %(year)s: %(total)s")
        % {"year": figures.year, "total": grouped(total(line))},
        _("Citizenship"),
        bars,
        total(line),
        url(line.figure.code),
    )


def people(figures: YearFigures, url: Url) -> Chart | None:
    """Return how many women, men and children were identified."""
    line = figures.lines["victims.identified"]
    bars = cells(line, "person_type", url)
    most = largest(bars)
    if most is None:
        return None
    return Chart(
        "people",
        _("Most of those identified: %s") % most.label,
        _("Persons identified: women, men and children, %(year)s: %(total)s")
        % {"year": figures.year, "total": grouped(total(line))},
        _("Persons"),
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


def wanted(figures: YearFigures, url: Url) -> Chart | None:
    """Return how many of those wanted were detained: a part below its whole."""
    named = {"wanted.total": _("wanted"), "wanted.detained": _("of them, detained")}
    bars = [
        Bar(label, total(figures.lines[code]), url(code))
        for code, label in named.items()
    ]
    share = figures.value("wanted.detained_percent")
    if share is None:
        return None
    return Chart(
        "wanted",
        _("Detained of those wanted: %s") % percent(share),
        _("Persons wanted at some time of %s") % figures.year,
        _("Persons"),
        bars,
        None,
    )


def convicted(figures: YearFigures, url: Url) -> Chart | None:
    """Return when those convicted had been sent to court."""
    line = figures.lines["accused.convicted"]
    bars = cells(line, "sent_to_court", url)
    if not bars:
        return None
    return Chart(
        "convicted",
        _("Convicted in the year: %s") % grouped(total(line)),
        _("Accused persons convicted in %s, by when they were sent to court")
        % figures.year,
        _("Sent to court"),
        bars,
        total(line),
        url(line.figure.code),
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


CHARTS: Final[dict[str, tuple[Callable[[YearFigures, Url], Chart | None], ...]]] = {
    "prosecution": (articles, wanted, convicted),
    "victims": (people, citizenships, countries),
    "assistance": (help_given,),
    "hotline": (topics,),
}
