"""An edition: the figures of a year as they are told, today's draft or a release.

Pages, files and the written report are made of an edition, so that the same code tells
the draft and what was frozen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.timezone import localtime

from reports.checks import Check, checks_of
from reports.choices import Stage
from reports.year import YearFigures, figures_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The figures and checks of a year, and what they are.

    `as_of` is when they were counted; `number` and `sha256` are those of a release, 0
    and empty for a draft; `explanations` has the written word on a warning by the
    check's code.
    """

    figures: YearFigures
    checks: Sequence[Check]
    as_of: datetime
    stage: Stage = Stage.DRAFT
    number: int = 0
    sha256: str = ""
    explanations: Mapping[str, str] = field(default_factory=dict)

    @property
    def year(self) -> int:
        """Return the year that is told."""
        return self.figures.year


def draft_of(year: int) -> Edition:
    """Count the year now."""
    figures = figures_of(year)
    return Edition(figures=figures, checks=checks_of(figures), as_of=localtime())
