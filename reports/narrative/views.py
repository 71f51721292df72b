"""The pages of the written report: read it, take its files, change its text."""

from typing import Any, Final, override

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView, TemplateView, View

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from accounts.editing import RecordChange
from reports.choices import Stage
from reports.editions import Edition
from reports.export.report.contents import Report
from reports.export.report.files import FORMATS, file_name, written
from reports.models import Release, ReportText
from reports.narrative.forms import FormerTextForm, ReportTextForm, StandardTextForm
from reports.narrative.grammar import LANGUAGES
from reports.narrative.history import former_texts
from reports.narrative.reading import Reading
from reports.narrative.source import edition_told, report_from, report_of
from reports.narrative.structure import BY_CODE, chapter_of
from reports.narrative.wording import title_of
from reports.year import latest_year

LANGUAGE_NAMES: Final = {"az": "Azərbaycan dili", "ru": "Русский", "en": "English"}


def spoken() -> str:
    """Return the language of the page, which is one of the report's."""
    language = (get_language() or "")[:2]
    return language if language in LANGUAGES else LANGUAGES[0]


class ReportLatest(PageAccess, RedirectView):
    """Leads to the report of the latest year that has records."""

    permission_required = "reports.view_report"

    @override
    def get_redirect_url(self, *_args: Any, **_kwargs: Any) -> str:
        """Return the address of that year."""
        return reverse("report:year", args=[latest_year()])


class OfReport(PageAccess):
    """The report of the year in the address, of the release in it if there is one."""

    permission_required = "reports.view_report"
    kwargs: dict[str, Any]

    @property
    def release(self) -> int | None:
        """Return the number of the release in the address; None is the latest."""
        return self.kwargs.get("release")

    def report(self, language: str) -> Report:
        """Return the report; a release that is not is not found."""
        try:
            return report_of(self.kwargs["year"], language, self.release)
        except Release.DoesNotExist:
            raise Http404 from None


class ReportYear(OfReport, TemplateView):
    """The report of a year in the language of the page."""

    template_name = "reports/report.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the sections with their marks, the files, the other releases."""
        report = self.report(spoken())
        reading = Reading(report, self.user)
        journal.record(self.request, Action.OPENED, fields=[self.told(report)])
        return super().get_context_data(
            report=report,
            parts=list(reading.parts()),
            repeated=reading.repeated(),
            edits=reading.edits,
            labels=report.labels,
            releases=numbers_of(report.edition.year),
            files=[
                (LANGUAGE_NAMES[language], language, list(FORMATS.items()))
                for language in LANGUAGES
            ],
            **kwargs,
        )

    def told(self, report: Report) -> str:
        """Return what the journal keeps of the page."""
        of_release = f"-release-{self.release}" if self.release else ""
        return f"report-{report.edition.year}{of_release}"


class ReportRelease(ReportYear):
    """The report as one release told it, also one that another has replaced."""


class ReportDownload(OfReport, View):
    """The report as a file in one language."""

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Return the file, and keep that it was taken."""
        year, language, form = (
            self.kwargs[part] for part in ("year", "language", "suffix")
        )
        if language not in LANGUAGES or form not in FORMATS:
            raise Http404
        name = file_name(year, language, form, self.release)
        content = written(self.report(language), form)
        journal.record(request, Action.EXPORTED, fields=[name])
        response = HttpResponse(content, content_type=FORMATS[form].content_type)
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


class ReleaseDownload(ReportDownload):
    """The report of one release as a file."""


def numbers_of(year: int) -> list[int]:
    """Return the numbers of the releases of a year, the newest first."""
    releases = Release.objects.filter(year=year).order_by("-number")
    return list(releases.values_list("number", flat=True))


class OfSection:
    """The text of the section and the year in the address."""

    permission_required = "reports.edit_report"
    queryset: Any = ReportText.objects.current()
    kwargs: dict[str, Any]
    request: HttpRequest

    @cached_property
    def edition(self) -> Edition:
        """Return the figures that the text tells."""
        return edition_told(self.kwargs["year"])

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """Let nobody change what is published."""
        page: Any = super()
        if kwargs["section"] not in BY_CODE:
            raise Http404
        allowed = request.user.is_authenticated and page.has_permission()
        if allowed and self.edition.stage == Stage.PUBLISHED:
            messages.warning(request, _("The year is published: its text stays."))
            return redirect("report:year", kwargs["year"])
        response: HttpResponseBase = page.dispatch(request, *args, **kwargs)
        return response

    def get_object(self, *_args: Any) -> ReportText:
        """Return the text; before it is first saved there is no record of it."""
        place = {"year": self.kwargs["year"], "section": self.kwargs["section"]}
        if self.request.method == "POST":
            made: ReportText = self.queryset.select_for_update().get_or_create(**place)[
                0
            ]
            return made
        found = self.queryset.filter(**place).first() or ReportText(**place)
        journal.record(self.request, Action.OPENED, found.journal_codes)
        return found

    def get_success_url(self) -> str:
        """Return the page of the section."""
        return reverse(
            "report:section", args=[self.kwargs["year"], self.kwargs["section"]]
        )


class SectionEdit(OfSection, RecordChange[ReportText, ReportTextForm]):
    """Change the text of a section; beside it what it says, and its figures."""

    form_class = ReportTextForm
    template_name = "reports/report_section.html"
    save = _("Save the text")
    done = _("The text is saved.")

    @property
    def heading(self) -> str:  # type: ignore[override]
        """Return the section's title."""
        return (
            self.shown.part.told.title
            if self.shown
            else title_of(self.section, spoken())
        )

    @property
    def section(self) -> Any:
        """Return the section in the address."""
        return BY_CODE[self.kwargs["section"]]

    @cached_property
    def reading(self) -> Reading:
        """Return the report as it is saved."""
        return Reading(report_from(self.edition, spoken()), self.user)

    @cached_property
    def shown(self) -> Any:
        """Return the section as the page tells it; None where it falls away."""
        parts = self.reading.parts()
        return next((p for p in parts if p.part.told.section == self.section), None)

    @property
    def back_url(self) -> str:
        """Return the report, at the section."""
        page = reverse("report:year", args=[self.kwargs["year"]])
        return f"{page}#{self.section.code}"

    def get_form_kwargs(self) -> dict[str, Any]:
        """Give the form the figures that the text tells."""
        return super().get_form_kwargs() | {"edition": self.edition}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the section says, its figures, its former texts."""
        chapter = chapter_of(self.section)
        lines = self.edition.figures.lines
        codes = [figure.code for figure in chapter.figures] if chapter else []
        repeated = [
            pair
            for pair in self.reading.repeated()
            if self.section in (pair.first.section, pair.second.section)
        ]
        return super().get_context_data(
            shown=self.shown,
            lines=[lines[code] for code in codes],
            former=former_texts(self.object, LANGUAGES),
            edited=[one for one in LANGUAGES if self.object.text(one)],
            repeated=repeated,
            **kwargs,
        )


class SectionStandard(OfSection, RecordChange[ReportText, StandardTextForm]):
    """Take the standard text of a section in one language."""

    form_class = StandardTextForm
    heading = _("Take the standard text")
    lead = _("What editors wrote stays in the history and can be put back.")
    save = _("Take the standard text")
    done = _(
        "The standard text is back. The former one stands below: put it back there."
    )

    def get_initial(self) -> dict[str, Any]:
        """Return the language in the address."""
        return super().get_initial() | {
            "language": self.request.GET.get("language", "az")
        }


class SectionFormer(OfSection, RecordChange[ReportText, FormerTextForm]):
    """Put back a former text of a section."""

    form_class = FormerTextForm
    heading = _("Put the former text back")
    lead = _("The text of today stays in the history.")
    save = _("Put the former text back")
    done = _("The former text is back.")

    def get_initial(self) -> dict[str, Any]:
        """Return the version in the address."""
        return super().get_initial() | {"former": self.request.GET.get("former", "")}
