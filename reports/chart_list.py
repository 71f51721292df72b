"""Which charts stand in which chapter: each says what is found, and what is counted."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reports.charts import Bar, Chart, Url, by_size, cells, largest, total
from reports.year import YearFigures
from thb.numbers import grouped, percent


def charts_of(chapter: str, figures: YearFigures, url: Url) -> Iterator[Chart]:
    """Yield the charts of a chapter; a chart without records is not drawn."""
    for draw in CHARTS.get(chapter, ()):
        chart = draw(figures, url)
        if chart is not None and any(bar.value for bar in chart.bars):
            yield chart


class Split(NamedTuple):
    """A chart of one figure split into bars that add up to it.

    `finding` names the longest bar, as `majority` does where it is more than half.
    """

    code: str
    figure: str
    breakdown: str
    finding: Promise
    counted: Promise
    column: Promise
    majority: Promise | None = None

    def draw(self, figures: YearFigures, url: Url) -> Chart | None:
        """Return the chart; None where nothing is recorded."""
        line = figures.lines[self.figure]
        bars = cells(line, self.breakdown, url)
        most = largest(bars)
        if most is None:
            return None
        found = self.finding
        if self.majority is not None and 2 * most.value > total(line):
            found = self.majority
        return Chart(
            self.code,
            str(found) % most.label,
            str(self.counted) % {"year": figures.year, "total": grouped(total(line))},
            str(self.column),
            bars,
            total(line),
            url(self.figure),
        )


PEOPLE: Final = Split(
    "people",
    "victims.identified",
    "person_type",
    finding=_("Most of those identified: %s"),
    counted=_("Persons identified: women, men and children, %(year)s: %(total)s"),
    column=_("Persons"),
)
CITIZENSHIPS: Final = Split(
    "citizenships",
    "victims.identified",
    "citizenship",
    finding=_("The most frequent citizenship: %s"),
    counted=_("Persons identified, by citizenship, %(year)s: %(total)s"),
    column=_("Citizenship"),
)
COUNTRIES: Final = Split(
    "countries",
    "victims.identified",
    "country_of_exploitation",
    finding=_("The most frequent country of exploitation: %s"),
    counted=_(
        "Persons identified, by main country of exploitation, %(year)s: %(total)s"
    ),
    column=_("Country of exploitation"),
    majority=_("Most were exploited in one country: %s"),
)
TOPICS: Final = Split(
    "topics",
    "calls.received",
    "topic",
    finding=_("The most frequent topic of an appeal: %s"),
    counted=_("Appeals received on 152, by topic, %(year)s: %(total)s"),
    column=_("Topic"),
)


def articles(figures: YearFigures, url: Url) -> Chart | None:
    """Return the crimes of the year by article."""
    named = {
        "144-1": "offences.trafficking",
        "144-2": "offences.forced_labour",
        "144-3": "offences.documents",
    }
    bars = by_size(
        Bar(gettext("article %s") % article, total(figures.lines[code]), url(code))
        for article, code in named.items()
    )
    finding = (
        gettext("Most registered crimes are of one article: %s")
        if 2 * bars[0].value > sum(bar.value for bar in bars)
        else gettext("Most crimes are registered under: %s")
    )
    added = sum(bar.value for bar in bars)
    return Chart(
        "articles",
        finding % bars[0].label,
        gettext(
            "Registered crimes, by article of the Criminal Code, %(year)s: %(total)s"
        )
        % {"year": figures.year, "total": grouped(added)},
        gettext("Article"),
        bars,
        added,
    )


def wanted(figures: YearFigures, url: Url) -> Chart | None:
    """Return how many of those wanted were detained: a part below its whole."""
    named = {
        "wanted.total": gettext("wanted"),
        "wanted.detained": gettext("of them, detained"),
    }
    bars = [
        Bar(label, total(figures.lines[code]), url(code))
        for code, label in named.items()
    ]
    share = figures.value("wanted.detained_percent")
    if share is None:
        return None
    return Chart(
        "wanted",
        gettext("Detained of those wanted: %s") % percent(share),
        gettext("Persons wanted at some time of %s") % figures.year,
        gettext("Persons"),
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
        gettext("Convicted in the year: %s") % grouped(total(line)),
        gettext("Accused persons convicted in %s, by when they were sent to court")
        % figures.year,
        gettext("Sent to court"),
        bars,
        total(line),
        url(line.figure.code),
    )


def help_given(figures: YearFigures, url: Url) -> Chart | None:
    """Return what those helped were given; one person may stand in several bars."""
    named = {
        "assistance.sheltered": gettext("state shelter"),
        "allowances.recipients": gettext("one-time allowance"),
        "assistance.returned_to_family": gettext("return to the family"),
        "assistance.vocational": gettext("vocational course"),
        "assistance.employed": gettext("job"),
    }
    bars = [
        Bar(label, total(figures.lines[code]), url(code))
        for code, label in named.items()
    ]
    return Chart(
        "help",
        gettext("Persons in the state shelter: %(sheltered)s; with a job: %(employed)s")
        % {"sheltered": grouped(bars[0].value), "employed": grouped(bars[-1].value)},
        gettext("Persons, by help given in %s; one person may stand in several")
        % figures.year,
        gettext("Help"),
        bars,
        None,
    )


CHARTS: Final[dict[str, tuple[Callable[[YearFigures, Url], Chart | None], ...]]] = {
    "prosecution": (articles, wanted, convicted),
    "victims": (PEOPLE.draw, CITIZENSHIPS.draw, COUNTRIES.draw),
    "assistance": (help_given,),
    "hotline": (TOPICS.draw,),
}
