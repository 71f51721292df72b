"""Every figure of the report, chapter by chapter in the order of the report."""

from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reports.catalogue import (
    assistance,
    awareness,
    cumulative,
    forced_labour,
    hotline,
    morality,
    prosecution,
    victims,
)
from reports.figures import Figure


class Chapter(NamedTuple):
    """A part of the report: its name in the addresses, its title, its figures."""

    code: str
    title: str | Promise
    figures: tuple[Figure, ...]


CHAPTERS: Final = (
    Chapter("awareness", _("Awareness and training"), awareness.FIGURES),
    Chapter("forced-labour", _("Forced labour"), forced_labour.FIGURES),
    Chapter("prosecution", _("Crimes and courts"), prosecution.FIGURES),
    Chapter("victims", _("Victims"), victims.FIGURES),
    Chapter("assistance", _("Help given to victims"), assistance.FIGURES),
    Chapter("hotline", _("Hotline 152"), hotline.FIGURES),
    Chapter("morality", _("Internet, public morality, organs"), morality.FIGURES),
    Chapter("cumulative", _("Since 2005"), cumulative.FIGURES),
)

FIGURES: Final[dict[str, Figure]] = {
    figure.code: figure for chapter in CHAPTERS for figure in chapter.figures
}
"""Every figure by its code, in the order of the report."""
