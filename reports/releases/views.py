"""The pages of frozen years: all releases, one of them, its records, a comparison."""

from collections.abc import Iterable
from typing import Any, override

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from accounts import journal
from accounts.choices import Action
from reports.editions import Edition, draft_of, edition_of
from reports.export.document import as_json
from reports.export.rows import as_csv
from reports.export.workbook import as_xlsx
from reports.kinds import KINDS, Kind
from reports.models import Preparation, Release, ReleasedRecord
from reports.releases.comparing import LIVE, Comparison, Side
from reports.releases.facts import facts_of_release
from reports.releases.listing import ReleasedList, Seen
from reports.releases.reasons import explain
from reports.views import CSV, WORKBOOK, FiguresYear, OfYear

JSON = "application/json; charset=utf-8"


class Today(FiguresYear):
    """What a frozen year would count today, beside what it tells."""

    @cached_property
    def edition(self) -> Edition:
        """Return the year counted now."""
        return draft_of(self.year)


class Releases(OfYear, TemplateView):
    """Every release of a year, the newest first."""

    template_name = "reports/releases.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the releases, and what waits to be frozen."""
        return super().get_context_data(
            releases=Release.objects.of(self.year),
            prepared=Preparation.objects.open_of(self.year),
            **kwargs,
        )


class OfRelease(OfYear):
    """A page about one release of a year."""

    @cached_property
    def edition(self) -> Edition:
        """Return the release in the address."""
        try:
            return edition_of(self.year, int(self.kwargs["release"]))
        except Release.DoesNotExist:
            raise Http404 from None

    @property
    def release(self) -> Release:
        """Return the row that was frozen."""
        release = self.edition.release
        if release is None:
            raise Http404
        return release


class ReleasePage(OfRelease, FiguresYear):
    """A year as one release told it."""


class ReleaseFile(OfRelease, View):
    """A release as a file; the same bytes whenever it is taken."""

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Return the file, and keep that it was taken."""
        edition, form = self.edition, self.kwargs["form"]
        name = f"figures-{self.year}-{edition.number}-{edition.sha256[:12]}.{form}"
        journal.record(request, Action.EXPORTED, fields=[name])
        match form:
            case "json":
                response = HttpResponse(as_json(edition), content_type=JSON)
            case "csv":
                response = HttpResponse(as_csv(edition.figures), content_type=CSV)
            case _:
                response = HttpResponse(as_xlsx(edition), content_type=WORKBOOK)
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["X-Release-SHA256"] = edition.sha256
        return response


class ReleasedRecords(OfRelease, TemplateView):
    """Exactly the records that a figure of a release counted, as codes."""

    template_name = "reports/release_records.html"

    @cached_property
    def records(self) -> Any:
        """Return the rows of the figure, or of one cell of it."""
        line = self.edition.figures.lines.get(self.kwargs["figure"])
        if line is None:
            raise Http404
        rows = ReleasedRecord.objects.filter(
            release=self.release, figure=line.figure.code
        )
        if cell := self.kwargs.get("cell"):
            if not cell.isprintable():
                raise Http404
            rows = rows.filter(cells__contains={self.kwargs["breakdown"]: cell})
        return rows

    @property
    def kind(self) -> Kind | None:
        """Return the kind of the records, which says who may list them."""
        first = self.records.first()
        return KINDS[apps.get_model(first.kind)] if first else None

    @override
    def has_permission(self) -> bool:
        """Tell whether the role lists records of this kind."""
        if not super().has_permission():
            return False
        return self.kind is None or self.user.has_perm(self.kind.permission)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return one page of the list, and keep which codes it showed."""
        line = self.edition.figures.lines[self.kwargs["figure"]]
        shown = ReleasedList(self.records, line, self.user, self.request.GET)
        about = [str(part)[:64] for part in self.kwargs.values()]
        journal.record(self.request, Action.LISTED, shown.codes, fields=about)
        split = line.figure.breakdowns.get(self.kwargs.get("breakdown", ""))
        return super().get_context_data(**kwargs) | {
            "shown": shown,
            "page": shown.page,
            "total": self.records.count(),
            "line": line,
            "definition": self.edition.definitions[line.figure.code],
            "edition": self.edition,
            "cell": split and split.label(self.kwargs["cell"]),
        }


class Compare(OfYear, TemplateView):
    """Two editions of a year: each figure old and new, and which records differ."""

    template_name = "reports/compare.html"

    @cached_property
    def comparison(self) -> Comparison:
        """Return the comparison in the address; a release that is not is not found."""
        try:
            sides = [Side.named(self.year, self.kwargs[s]) for s in ("before", "after")]
        except Release.DoesNotExist:
            raise Http404 from None
        return Comparison(*sides)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the figures and records that differ, as this user may see them."""
        comparison = self.comparison
        seen = Seen(self.user)
        records = list(seen.records(explain(comparison), comparison))
        codes = dict.fromkeys(record.code for record in records if record.reached)
        about = [str(part) for part in self.kwargs.values()]
        journal.record(self.request, Action.LISTED, codes, fields=about)
        return super().get_context_data(
            comparison=comparison,
            figures=[f for f in comparison.figures if f.differs],
            same=sum(not f.differs for f in comparison.figures),
            records=records,
            sides=[
                facts_of_release(side.release) if side.release else []
                for side in (comparison.before, comparison.after)
            ],
            others=list(self.others()),
            **kwargs,
        )

    def others(self) -> Iterable[tuple[str, str]]:
        """Yield the addresses of the other comparisons of the year, with words."""
        names = [
            str(n) for n in sorted(r.number for r in Release.objects.of(self.year))
        ]
        for before, after in zip(names, [*names[1:], LIVE], strict=True):
            if (before, after) != (self.kwargs["before"], self.kwargs["after"]):
                yield (
                    reverse("reports:compare", args=[self.year, before, after]),
                    in_words(before, after),
                )


def in_words(before: str, after: str) -> str:
    """Return the words of the link to a comparison."""
    if after == LIVE:
        return _("Compare release %(before)s with today") % {"before": before}
    sides = {"before": before, "after": after}
    return _("Compare release %(before)s with release %(after)s") % sides
