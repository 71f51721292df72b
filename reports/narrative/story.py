"""The written report of an edition in one language: its sections, told."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from reports.catalogue import Chapter
from reports.editions import Edition
from reports.narrative.checking import check
from reports.narrative.structure import SECTIONS, Section, chapter_of
from reports.narrative.telling import Run, Runs, tell
from reports.narrative.tokens import paragraphs
from reports.narrative.wording import standard_text, title_of

type Texts = Mapping[str, str]


class ToldSection(NamedTuple):
    """A section as a reader has it: its number, its heading, its paragraphs of runs."""

    number: int
    section: Section
    title: str
    paragraphs: list[Runs]
    chapter: Chapter | None
    is_edited: bool


def told(edition: Edition, language: str, texts: Texts) -> list[ToldSection]:
    """Return the sections of the report; `texts` are those that editors wrote.

    The language must be the active one.
    """
    sections: list[ToldSection] = []
    for section in SECTIONS:
        text = texts.get(section.code) or standard_text(section, language)
        runs = told_text(text, edition, language)
        if not runs and not section.kept:
            continue
        sections.append(
            ToldSection(
                len(sections) + 1,
                section,
                plain(
                    next(
                        tell(paragraphs(title_of(section, language)), edition, language)
                    )
                ),
                runs or [[Run(nothing(edition.year))]],
                chapter_of(section),
                section.code in texts,
            )
        )
    return sections


def nothing(year: int) -> str:
    """Return what a section without data says."""
    return _("Nothing is recorded for %s.") % year


def plain(runs: Iterable[Run]) -> str:
    """Return the runs as plain text."""
    return "".join(run.text for run in runs)


def told_text(text: str, edition: Edition, language: str) -> list[Runs]:
    """Return one text told; one that cannot be read is told as it stands."""
    try:
        read = paragraphs(text)
        check(read, language)
        return list(tell(read, edition, language))
    except ValidationError:
        return [[Run(part)] for part in text.split("\n\n")]
