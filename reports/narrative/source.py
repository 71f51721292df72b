"""Which edition of a year the report tells, and with which words of editors."""

from django.utils.translation import override

from reports.editions import Edition, edition_of
from reports.export.report.contents import Report, composed
from reports.models import ReportText


def edition_told(year: int, number: int | None = None) -> Edition:
    """Return the edition that the written report of a year is made of.

    The latest release once the year is frozen, the counts of now before; with a
    number that release, `Release.DoesNotExist` where there is none.
    """
    return edition_of(year, number)


def report_of(year: int, language: str, number: int | None = None) -> Report:
    """Return the report of a year in a language, which need not be the active one.

    The year is counted inside, so that its checks speak that language too.
    """
    with override(language):
        return report_from(edition_told(year, number), language)


def report_from(edition: Edition, language: str) -> Report:
    """Return the report of an edition in a language, which must be the active one."""
    texts = ReportText.objects.texts(edition.year, language)
    return composed(edition, language, texts)
