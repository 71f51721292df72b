"""What every file of the written report is made of: one composition, many shapes."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from reports.catalogue import Chapter
from reports.catalogue.agencies import agency_title
from reports.charts.basis import Basis
from reports.charts.listing import charts_of
from reports.choices import Stage
from reports.counting import Number
from reports.editions import Edition
from reports.export.report.labels import labels_of
from reports.figures import ReturnedFigure
from reports.narrative.cover import Cover, cover_of
from reports.narrative.letters import printable
from reports.narrative.story import Texts, ToldSection, told
from reports.words import shown_change, shown_number
from reports.year import CellRow, Line
from thb.charts.chart import Chart
from thb.letters import capfirst
from thb.numbers import NO_BREAK


class FigureRow(NamedTuple):
    """A row of a chapter's table: the words of the page, and the numbers themselves."""

    title: str
    shown: str
    shown_previous: str
    value: Number | None
    change: Number | None
    previous: Number | None
    unit: str
    source: str
    is_cell: bool = False


class FigureTable(NamedTuple):
    """The figures of a chapter."""

    title: str
    rows: list[FigureRow]


class CheckRow(NamedTuple):
    """A check of the year: what it says, and the written word on it."""

    code: str
    severity: str
    passed: bool
    records: int
    sentence: str
    explanation: str


class Definition(NamedTuple):
    """How a figure is counted."""

    code: str
    title: str
    unit: str
    words: str


class Part(NamedTuple):
    """A section with the table and the charts below its text."""

    told: ToldSection
    table: FigureTable | None
    charts: list[Chart]


class Report(NamedTuple):
    """The written report of an edition in one language, ready to be drawn.

    `standing` is what the foot of every page says, `labels` the words around the
    figures by name, `draft_mark` the word across what is not published. `sha256` is
    that of a text that was kept with its publication; empty for one composed now.
    """

    edition: Edition
    language: str
    cover: Cover
    parts: list[Part]
    checks: list[CheckRow]
    definitions: list[Definition]
    labels: dict[str, str]
    standing: list[str]
    draft_mark: str = ""
    sha256: str = ""

    @property
    def title(self) -> str:
        """Return the report's title with its year."""
        return f"{self.cover.title}, {self.cover.period}"

    @property
    def failed(self) -> list[CheckRow]:
        """Return the checks that did not pass."""
        return [check for check in self.checks if not check.passed]


def composed(edition: Edition, language: str, texts: Texts) -> Report:
    """Return the report; the language must be the active one."""
    checks = list(_checks(edition))
    basis = Basis(edition)
    return Report(
        edition,
        language,
        cover_of(edition, language),
        [_part(section, basis) for section in told(edition, language, texts)],
        checks,
        list(_definitions(edition)),
        labels_of(edition.year, len(checks), sum(not one.passed for one in checks)),
        _standing(edition),
        "" if edition.stage == Stage.PUBLISHED else _("DRAFT"),
    )


def _standing(edition: Edition) -> list[str]:
    """Return the stage, as of when, and the hash of the figures."""
    at = localtime(edition.as_of)
    stage = capfirst(edition.stage.label)
    number = _("release %s") % edition.number if edition.number else ""
    as_of = _("as of %s") % f"{at:%d.%m.%Y %H:%M}"
    sha = f"SHA-256 {edition.sha256}" if edition.sha256 else ""
    return [part for part in (stage, number, as_of, sha) if part]


def _part(section: ToldSection, basis: Basis) -> Part:
    chapter = section.chapter
    if chapter is None:
        return Part(section, None, [])
    charts = list(charts_of(chapter.code, basis))
    return Part(section, table_of(chapter, basis.edition), charts)


def table_of(chapter: Chapter, edition: Edition) -> FigureTable:
    """Return the figures of a chapter, each followed by its cells."""
    rows: list[FigureRow] = []
    for figure in chapter.figures:
        line = edition.figures.lines[figure.code]
        rows.append(_row(line, str(figure.title), line))
        for name, split in figure.breakdowns.items():
            for cell in line.rows(name):
                by = f"{split.title}: {cell.label}" if split.spelt_out else cell.label
                rows.append(_row(line, by, cell))
    return FigureTable(str(chapter.title), rows)


def _row(line: Line, title: str, shown: Line | CellRow) -> FigureRow:
    unit = line.figure.unit
    is_cell = isinstance(shown, CellRow)
    text = shown_number(shown.value, unit, "" if is_cell else line.precision)
    changed = shown_change(shown.change)
    return FigureRow(
        title,
        f"{text}{NO_BREAK}{changed}" if changed else text,
        shown_number(shown.previous, unit),
        shown.value,
        shown.change,
        shown.previous,
        str(unit.label),
        "" if is_cell else source(line),
        is_cell,
    )


def source(line: Line) -> str:
    """Return who counted the figure: the register, or the agency that returned it."""
    if not isinstance(line.figure, ReturnedFigure):
        return _("counted")
    agency = line.returned.agency if line.returned else None
    return agency_title(agency) if agency else _("returned")


def _checks(edition: Edition) -> Iterator[CheckRow]:
    for check in edition.checks:
        word = edition.explanations.get(check.code, "")
        yield CheckRow(
            check.code,
            _("explained") if word else str(check.severity.label),
            check.passed,
            0 if check.passed else check.records,
            check.sentence or str(check.title),
            printable(word),
        )


def _definitions(edition: Edition) -> Iterator[Definition]:
    for chapter in edition.chapters:
        for figure in chapter.figures:
            by = source(edition.figures.lines[figure.code])
            told = edition.definitions[figure.code].counts
            returned = isinstance(figure, ReturnedFigure)
            yield Definition(
                figure.code,
                str(figure.title),
                str(figure.unit.label),
                _("Counted by another agency: %s.") % by if returned else str(told),
            )
