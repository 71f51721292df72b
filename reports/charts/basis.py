"""What the charts of a year are drawn from: an edition, as one reader may see it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count
from django.db.models.fields.json import KT
from django.utils.translation import gettext as _

from reports.analytics.counting import crossed
from reports.breakdowns import UNKNOWN, Breakdown
from reports.catalogue.victims import IDENTIFIED
from reports.earlier import ByYear, acts_until, by_year, earlier_values, values_in
from reports.editions import Edition
from reports.lines import Line, YearFigures
from reports.models import ReleasedRecord
from reports.periods import Period
from thb.charts.chart import Bar
from thb.numbers import grouped

type Url = Callable[..., str]
type Pairs = dict[tuple[str, str], int]

FORM = "exploitation_type"
SEX = "sex"


class NotToldError(LookupError):
    """A release does not tell the figure, or not this split of it."""


def nowhere(*_opens: str) -> str:
    """Return no address: on paper nothing is opened."""
    return ""


@dataclass
class Basis:
    """The figures of an edition and what lies behind them, read when first asked for.

    `url` says which list a number opens; `exact` tells whether the reader may see
    numbers of one or two persons that no table of the year has.
    """

    edition: Edition
    url: Url = nowhere
    exact: bool = False

    @property
    def figures(self) -> YearFigures:
        """Return the figures of the edition."""
        return self.edition.figures

    @property
    def year(self) -> int:
        """Return the year that is told."""
        return self.edition.year

    @property
    def source(self) -> str:
        """Return where the numbers are from."""
        if self.edition.is_draft:
            return _("source: the register, draft")
        return _("source: the register, release %s") % self.edition.number

    def line(self, code: str) -> Line:
        """Return a figure; NotToldError where a release does not have it."""
        found = self.figures.lines.get(code)
        if found is None:
            raise NotToldError(code)
        return found

    def split(self, code: str, name: str) -> Breakdown:
        """Return a breakdown of a figure; NotToldError where a release has none."""
        found = self.line(code).figure.breakdowns.get(name)
        if found is None:
            raise NotToldError(code, name)
        return found

    def number(self, code: str) -> int:
        """Return a figure as a whole number; nothing known is none."""
        return int(self.line(code).value or 0)

    def bar(self, code: str, label: str) -> Bar:
        """Return a figure as a bar."""
        return Bar(label, self.number(code), self.url(code))

    def cells(self, code: str, breakdown: str) -> list[Bar]:
        """Return a bar for each cell, in the order of the page."""
        self.split(code, breakdown)
        return [
            Bar(
                row.label,
                row.value,
                self.url(code, breakdown, row.cell),
                is_vague=row.cell == UNKNOWN,
            )
            for row in self.line(code).rows(breakdown)
        ]

    @cached_property
    def years(self) -> ByYear:
        """Return the charted figures by year, as far as they are known."""
        release = self.edition.release
        known = (
            earlier_values(self.figures)
            if release is None
            else values_in(release.content)
        )
        return by_year(self.figures, known)

    @cached_property
    def acts(self) -> list[tuple[int, str]]:
        """Return the laws to the end of the year, as the edition knows them."""
        release = self.edition.release
        if release is None:
            return acts_until(self.year)
        return [(year, title) for year, title in release.content.get("acts", [])]

    @cached_property
    def forms_by_sex(self) -> Pairs:
        """Return the persons identified by form of exploitation and sex."""
        return dict(self._pairs())

    def _pairs(self) -> Iterator[tuple[tuple[str, str], int]]:
        if self.edition.release is None:
            records = IDENTIFIED.counted(Period.of_year(self.year))
            splits = IDENTIFIED.by
            yield from crossed(records, splits[FORM], splits[SEX]).cells.items()
            return
        frozen = ReleasedRecord.objects.filter(
            release=self.edition.release, figure=IDENTIFIED.code
        )
        rows = frozen.values_list(KT(f"cells__{FORM}"), KT(f"cells__{SEX}"))
        for form, sex, number in rows.annotate(Count("pk")):
            yield (form, sex), number


def counted(subtitle: str, year: int, total: int) -> str:
    """Return what is counted, with the year and the total."""
    return subtitle % {"year": year, "total": grouped(total)}
