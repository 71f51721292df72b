"""The report as a page: paragraphs with links, marks and what editors are told."""

from collections.abc import Iterator
from typing import NamedTuple

from django.urls import reverse

from accounts.models import User
from reports.chapters import address_of
from reports.choices import Stage
from reports.export.report.contents import Part, Report
from reports.kinds import kind_behind
from reports.models import ReportText
from reports.narrative.marks import Mark, Repeated, Said, marked, repeated
from reports.narrative.telling import Runs


class Stretch(NamedTuple):
    """A stretch of the page: its mark, the address its number opens."""

    mark: Mark
    url: str


class PartShown(NamedTuple):
    """A section on the page."""

    part: Part
    paragraphs: list[list[Stretch]]
    edit_url: str

    @property
    def stale(self) -> int:
        """Return how many of its numbers have moved since the text was saved."""
        return self.count("stale")

    @property
    def typed(self) -> int:
        """Return how many of its numbers are bound to nothing."""
        return self.count("typed")

    def count(self, kind: str) -> int:
        """Return how many stretches have a mark of the kind."""
        return sum(one.mark.kind == kind for text in self.paragraphs for one in text)


class Reading:
    """The report as one user reads it."""

    def __init__(self, report: Report, user: User) -> None:
        self.report = report
        self.user = user
        is_open = report.edition.stage != Stage.PUBLISHED
        self.edits = is_open and user.has_perm("reports.edit_report")
        self.year = report.edition.year
        self.said = kept_words(self.year, report.language) if is_open else {}

    def parts(self) -> Iterator[PartShown]:
        """Yield the sections."""
        for part in self.report.parts:
            told = part.told
            said = self.said.get(told.section.code, {})
            texts = [
                self.stretches(runs, said, edited=told.is_edited)
                for runs in told.paragraphs
            ]
            yield PartShown(part, texts, self.edit_url(told.section.code))

    def edit_url(self, section: str) -> str:
        """Return where the section is changed, for whoever may."""
        if not self.edits:
            return ""
        return reverse("report:section", args=[self.year, section])

    def stretches(self, runs: Runs, said: Said, *, edited: bool) -> list[Stretch]:
        """Return the stretches of a paragraph."""
        marks = marked(runs, said, edited=edited)
        return [Stretch(mark, self.url(mark)) for mark in marks if mark.text]

    def url(self, mark: Mark) -> str:
        """Return the list behind a number, for whoever may open it."""
        number = mark.number
        if number is None or not number.value:
            return ""
        may = self.user.has_perm("reports.view_figures")
        opens = number.opens
        if not may or not self.user.has_perm(kind_behind(opens[0]).permission):
            return ""
        return address_of(self.report.edition, opens)

    def repeated(self) -> list[Repeated]:
        """Return the paragraphs that stand twice."""
        return list(repeated(part.told for part in self.report.parts))


def kept_words(year: int, language: str) -> dict[str, Said]:
    """Return what each edited section said when it was saved, by section."""
    texts = ReportText.objects.current().filter(year=year)
    return {
        section: said.get(language, {})
        for section, said in texts.values_list("section", "said")
    }
