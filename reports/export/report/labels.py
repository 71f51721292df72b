"""The words around the figures in every file of the report."""

from django.utils.translation import gettext as _

from reports.export.report.contents import Report


def labels_of(report: Report) -> dict[str, str]:
    """Return the headings of the files by name."""
    return {
        "contents": _("Contents"),
        "figures": _("Figures"),
        "figure": _("Figure"),
        "now": _("%s (change)") % report.edition.year,
        "value": str(report.edition.year),
        "yes": _("yes"),
        "no": _("no"),
        "before": str(report.edition.year - 1),
        "change": _("Change"),
        "source": _("Source"),
        "unit": _("Unit"),
        "code": _("Code"),
        "definition": _("How it is counted"),
        "definitions": _("Annex: definitions"),
        "checks": _("Annex: checks of the figures"),
        "checks_lead": checks_lead(report),
        "check": _("Check"),
        "severity": _("Meaning"),
        "passed": _("Passed"),
        "records": _("Records"),
        "explanation": _("Explanation"),
        "attached": _("The figures of the report as JSON"),
    }


def checks_lead(report: Report) -> str:
    """Return how many checks there are, and how many did not pass."""
    return _("Checks: %(all)s. Not passed: %(failed)s.") % {
        "all": len(report.checks),
        "failed": len(report.failed),
    }
