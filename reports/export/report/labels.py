"""The words around the figures in every file of the report."""

from django.utils.translation import gettext as _


def labels_of(year: int, checks: int, failed: int) -> dict[str, str]:
    """Return the headings of the files by name, with how many checks did not pass."""
    return {
        "contents": _("Contents"),
        "figures": _("Figures"),
        "figure": _("Figure"),
        "now": _("%s (change)") % year,
        "value": str(year),
        "yes": _("yes"),
        "no": _("no"),
        "before": str(year - 1),
        "change": _("Difference"),
        "source": _("Source"),
        "unit": _("Unit"),
        "code": _("Code"),
        "definition": _("How it is counted"),
        "definitions": _("Annex: definitions"),
        "checks": _("Annex: checks of the figures"),
        "checks_lead": _checks_lead(checks, failed),
        "check": _("Check"),
        "severity": _("Meaning"),
        "passed": _("Passed"),
        "records": _("Records"),
        "explanation": _("Explanation"),
        "text_hash": _("SHA-256 of the text"),
        "attached": _("The figures of the report as JSON"),
    }


def _checks_lead(checks: int, failed: int) -> str:
    return _("Checks: %(all)s. Not passed: %(failed)s.") % {
        "all": checks,
        "failed": failed,
    }
