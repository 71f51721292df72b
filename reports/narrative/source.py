"""Which edition of a year the report tells, and with which words."""

from django.utils.translation import override

from reports.editions import Edition, edition_of
from reports.export.report.contents import Report, composed
from reports.export.report.kept import report_in
from reports.models import PublishedText, ReportText


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
    """Return the report of an edition in a language, which must be the active one.

    What was kept with its publication is read; a draft is composed, and so is a release
    that was published before texts were kept.
    """
    kept = kept_of(edition, language)
    if kept is not None:
        return report_in(kept.content, edition, kept.sha256)
    return composed_now(edition, language)


def composed_now(edition: Edition, language: str) -> Report:
    """Return the report with the words of today, those of editors first."""
    texts = ReportText.objects.texts(edition.year, language)
    return composed(edition, language, texts)


def kept_of(edition: Edition, language: str) -> PublishedText | None:
    """Return the text that was kept of a published release, if one was."""
    if edition.release is None:
        return None
    texts = PublishedText.objects.filter(publication__release=edition.release)
    return texts.filter(language=language).first()
