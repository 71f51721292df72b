"""A report of an import as plain text."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _

from exchange.report import Finding, Report, by_kind

FEW: Final = 3


def lines(report: Report, *, every_warning: bool = False) -> Iterator[str]:
    """Yield the report line by line: all errors; or what was done, then warnings.

    Of each kind of warning only a few are told, unless every one is asked for.
    """
    if report.errors:
        yield from _errors(report)
        return
    yield _heading(report)
    yield from _counts(report)
    if report.regions:
        yield _("New cities and regions: %(names)s") % {
            "names": ", ".join(report.regions)
        }
    if report.warnings:
        yield _("%(count)s warnings:") % {"count": len(report.warnings)}
        yield from _findings(report.warnings, None if every_warning else FEW)


def _heading(report: Report) -> str:
    if report.changes_nothing:
        return _("The register has all of it already: nothing changed.")
    if report.dry_run:
        return _("A rehearsal: nothing was written. The import would do this:")
    return _("Imported:")


def _counts(report: Report) -> Iterator[str]:
    titles = [_("created"), _("changed"), _("unchanged"), _("skipped")]
    first = max([len(_("file")), *(len(count.file) for count in report.counts)])
    yield f"{_('file'):{first}}  " + "  ".join(f"{title:>9}" for title in titles)
    for count in report.counts:
        numbers = [count.created, count.changed, count.unchanged, count.skipped]
        yield f"{count.file:{first}}  " + "  ".join(f"{n:>9,}" for n in numbers)


def _errors(report: Report) -> Iterator[str]:
    total = len(report.errors) + report.untold
    yield _("Errors: %(count)s. Nothing was written.") % {"count": total}
    yield from _findings(report.errors)
    if report.untold:
        yield _("and %(count)s more errors") % {"count": report.untold}


def _findings(findings: list[Finding], limit: int | None = None) -> Iterator[str]:
    for title, found in by_kind(findings).items():
        yield f"{title} ({len(found)})"
        yield from (f"  {_finding(finding)}" for finding in found[:limit])
        if found[len(found) if limit is None else limit :]:
            yield "  " + _("… all of them with --verbosity 2")


def _finding(finding: Finding) -> str:
    told = finding.place
    if finding.value:
        told += f": “{finding.value}”"
    if finding.expected:
        told += _("; expected: %(what)s") % {"what": finding.expected}
    return told
