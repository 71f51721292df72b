"""An edition: the figures of a year as they are told, today's draft or a release.

Pages, files and the written report are made of an edition, so that the same code tells
the draft and what was frozen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.timezone import localtime

from reports.catalogue import CHAPTERS, FIGURES, Chapter
from reports.checks import Check, checks_of
from reports.choices import Stage
from reports.models import Explanation, Release
from reports.releases.definitions import Definition, definition_of
from reports.releases.explaining import in_force
from reports.releases.reading import chapters_in, checks_in, definitions_in, figures_in
from reports.year import YearFigures, figures_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The figures and checks of a year, and what they are.

    `as_of` is when they were counted; `number` and `sha256` are those of a release, 0
    and empty for a draft; `explanations` has the written word on a warning by the
    check's code, `definitions` what each figure counts by its code. `chapters` has its
    figures in its order: a release may tell others than the catalogue has today.
    `release` is the row that was frozen, with who did it; None for a draft.
    """

    figures: YearFigures
    checks: Sequence[Check]
    as_of: datetime
    chapters: Sequence[Chapter] = CHAPTERS
    stage: Stage = Stage.DRAFT
    number: int = 0
    sha256: str = ""
    explanations: Mapping[str, str] = field(default_factory=dict)
    definitions: Mapping[str, Definition] = field(default_factory=dict)
    release: Release | None = None

    @property
    def year(self) -> int:
        """Return the year that is told."""
        return self.figures.year

    @property
    def is_draft(self) -> bool:
        """Tell whether the year is counted anew each time."""
        return self.release is None


def edition_of(year: int, number: int | None = None) -> Edition:
    """Return the latest release of the year, or the draft of one never frozen.

    With a number it is that release; `Release.DoesNotExist` where there is none.
    """
    if number is not None:
        return release_edition(Release.objects.of(year).get(number=number))
    release = Release.objects.latest(year)
    return draft_of(year) if release is None else release_edition(release)


def figures_told(year: int) -> YearFigures:
    """Return the figures alone of the latest release, or of a year never frozen."""
    release = Release.objects.latest(year)
    return figures_of(year) if release is None else figures_in(release.content)


def draft_of(year: int) -> Edition:
    """Count the year now."""
    figures = figures_of(year)
    checks = checks_of(figures)
    written = Explanation.objects.latest_of(year)
    return Edition(
        figures=figures,
        checks=checks,
        as_of=localtime(),
        explanations=in_force(figures, checks, written),
        definitions={code: definition_of(figure) for code, figure in FIGURES.items()},
    )


def release_edition(release: Release) -> Edition:
    """Return the year as this release told it, whatever was recorded since."""
    content = release.content
    words = content["explanations"]
    figures = figures_in(content)
    return Edition(
        figures=figures,
        chapters=chapters_in(content, figures),
        checks=checks_in(content),
        as_of=release.frozen_at,
        stage=release.stage,
        number=release.number,
        sha256=release.sha256,
        explanations={code: word["text"] for code, word in words.items()},
        definitions=definitions_in(content),
        release=release,
    )
