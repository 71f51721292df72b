"""The parts of the written report, once for all languages, in the printed order."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from reports.catalogue import CHAPTERS, Chapter


class Section(NamedTuple):
    """A part of the report: its code in addresses, its paragraphs, its chapter.

    `chapter` is that of the figures whose table stands below the text. One that is
    `kept` says that nothing is recorded; any other without text falls away.
    """

    code: str
    paragraphs: tuple[str, ...]
    chapter: str = ""
    kept: bool = True


SECTIONS: Final = (
    Section("opening", ("salutation", "subject", "measures")),
    Section(
        "awareness",
        (
            *("seminars", "materials", "foreigners", "associations"),
            *("grants", "officers"),
        ),
        "awareness",
    ),
    Section(
        "forced-labour",
        (
            *("facts", "inspections", "contracts", "foreigners"),
            *("raids", "parents", "wards"),
        ),
        "forced-labour",
    ),
    Section("prosecution", ("crimes", "groups", "wanted", "courts"), "prosecution"),
    Section("victims", ("identified", "countries", "forms"), "victims"),
    Section(
        "assistance", ("shelter", "results", "allowance", "children"), "assistance"
    ),
    Section("hotline", ("appeals", "topics"), "hotline"),
    Section("morality", ("internet", "morality", "organs"), "morality", kept=False),
    Section("cumulative", ("years", "totals"), "cumulative"),
    Section("closing", ("goals", "thanks")),
)

BY_CODE: Final = {section.code: section for section in SECTIONS}


def chapter_of(section: Section) -> Chapter | None:
    """Return the figures of a section; its first and last have none."""
    return next(_chapters(section), None)


def _chapters(section: Section) -> Iterator[Chapter]:
    return (chapter for chapter in CHAPTERS if chapter.code == section.chapter)
