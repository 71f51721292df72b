"""The public pages: no sign-in, no cookie, and the same for everybody."""

import csv
from http import HTTPStatus
from io import StringIO
from typing import Any, ClassVar, Final, override

from django.contrib.auth.decorators import login_not_required
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotModified,
    HttpResponseRedirect,
)
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import parse_etags
from django.utils.translation import get_language_from_request
from django.utils.translation import override as in_language
from django.views import View

from reports.catalogue import FIGURES
from reports.models import OpenYear
from reports.open.columns import picture_of
from reports.open.reading import Page
from reports.open.revisions import held_back
from reports.open.series import figures_of, series
from reports.releases.canonical import canonical, digest

KEPT_SECONDS: Final = 300
"""After a revision the pages and the files say the same within this time."""
IDENTIFIED: Final = "victims.identified"
TOTAL: Final = "cumulative.victims"
CSV_COLUMNS: Final = (
    "figure",
    "breakdown",
    "cell",
    "value",
    "hidden",
    "unit",
    "precision",
)


@method_decorator(login_not_required, name="dispatch")
class OpenView(View):
    """A page for everybody: it reads no session, sets no cookie and may be kept.

    Middleware strips what others added: see thb.middleware.
    """

    languages: ClassVar[tuple[str, ...]] = ("az", "en", "ru")

    @override
    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Answer in the language of the address, and say how long it holds."""
        with in_language(kwargs.get("language", "en")):
            response = super().dispatch(request, *args, **kwargs)
        response.is_public = True  # type: ignore[attr-defined]
        response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
        response["Content-Language"] = kwargs.get("language", "en")
        return response


class OpenStart(OpenView):
    """Leads to the years in the language of the reader's browser."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Return the address; it depends on nothing but the browser's languages."""
        language = get_language_from_request(request)[:2]
        return HttpResponseRedirect(reverse("open:years", args=[language]))


class OpenYears(OpenView):
    """All published years, with a picture of them."""

    def get(self, request: HttpRequest, language: str) -> HttpResponse:
        """Return the page."""
        values = {one.year: one for one in series([IDENTIFIED])}
        revisions = held_back(OpenYear.objects.newest())
        context = {
            "language": language,
            "languages": self.languages,
            "picture": picture_of(values) if values else None,
            "values": [values[year] for year in sorted(values, reverse=True)],
            "total": total_since(),
            "revisions": sorted(revisions.items(), reverse=True),
        }
        return render(request, "open/years.html", context)


class OpenYearPage(OpenView):
    """The public tables of one year."""

    def get(self, request: HttpRequest, language: str, year: int) -> HttpResponse:
        """Return the page of the year; 404 where nothing of it is published."""
        shown = found(year)
        context = {
            "language": language,
            "languages": self.languages,
            "year": year,
            "open_year": shown,
            "page": Page(shown.content, language),
            "revision": held_back([shown]).get(year),
        }
        return render(request, "open/year.html", context)


class OpenData(OpenView):
    """The tables of a year as a file, the same bytes as long as nothing is revised."""

    def get(self, request: HttpRequest, year: int, form: str) -> HttpResponse:
        """Return JSON or CSV, with the hash of the tables as its tag."""
        shown = found(year)
        text = shown.payload if form == "json" else as_csv(shown.content)
        return data(request, text, form, f"trafficking-{year}")


class OpenSeries(OpenView):
    """Every figure of every published year as one file."""

    def get(self, request: HttpRequest, form: str) -> HttpResponse:
        """Return JSON or CSV."""
        rows = series(FIGURES)
        if form == "json":
            text = canonical([row._asdict() for row in rows])
        else:
            text = _written(("year", "figure", "value", "hidden", "source"), rows)
        return data(request, text, form, "trafficking-years")


def total_since() -> dict[str, Any] | None:
    """Return the total of victims since 2005, as the latest published year tells it."""
    newest = OpenYear.objects.newest().first()
    told = figures_of(newest.content) if newest else iter(())
    return next((one for one in told if one["figure"] == TOTAL), None)


def found(year: int) -> OpenYear:
    """Return the public tables of the year; 404 where there are none."""
    shown = OpenYear.objects.of(year)
    if shown is None:
        raise Http404
    return shown


def data(request: HttpRequest, text: str, form: str, name: str) -> HttpResponse:
    """Return a file that programs of others may read; nothing where they have it."""
    tag = f'"{digest(text)}"'
    response: HttpResponse
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        response = HttpResponseNotModified()
    else:
        kind = "application/json" if form == "json" else "text/csv; charset=utf-8"
        response = HttpResponse(text, content_type=kind, status=HTTPStatus.OK)
        response["Content-Disposition"] = f'inline; filename="{name}.{form}"'
    response["ETag"] = tag
    response["Access-Control-Allow-Origin"] = "*"
    return response


def as_csv(document: dict[str, Any]) -> str:
    """Return the tables as rows; that of a figure has no breakdown and no cell."""
    rows: list[tuple[object, ...]] = []
    for figure in figures_of(document):
        code, unit = figure["figure"], figure["unit"]
        rows.append((code, "", "", *_told(figure), unit, figure["precision"]))
        rows += [
            (code, split["breakdown"], cell["cell"], *_told(cell), unit, "")
            for split in figure["breakdowns"]
            for cell in split["cells"]
        ]
    return _written(CSV_COLUMNS, rows)


def _told(row: dict[str, Any]) -> tuple[object, int]:
    return row["value"], int(row["hidden"])


def _written(head: tuple[str, ...], rows: Any) -> str:
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue()
