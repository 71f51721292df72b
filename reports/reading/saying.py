"""What a finding says to its reader: the rule in a sentence, with its numbers."""

from decimal import Decimal
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.catalogue import FIGURES
from reports.choices import Unit
from reports.reading.findings import Finding
from thb.letters import smallfirst
from thb.numbers import grouped, percent

RULES: Final[dict[str, str | Promise]] = {
    "matches": gettext_lazy("The register says the same: %(of)s, %(year)s."),
    "differs": gettext_lazy(
        "The register has %(expected)s, the text %(found)s: %(of)s, %(year)s."
    ),
    "swapped": gettext_lazy(
        "The register has %(expected)s, the text %(found)s: %(of)s, %(year)s. "
        "With the number beside it changed about, both would be right."
    ),
    "computed": gettext_lazy("Computed again, the percentage is right."),
    "percent": gettext_lazy(
        "Computed again, the percentage is %(expected)s, not %(found)s."
    ),
    "sum": gettext_lazy(
        "%(parts)s is %(found)s, but the text gives %(expected)s as the total."
    ),
    "multiplied": gettext_lazy("Multiplied again, %(parts)s is %(found)s."),
    "repeated": gettext_lazy(
        "Nearly the same stands further up in the text: “%(parts)s”"
    ),
    "unclear": gettext_lazy(
        "%(found)s stands as the total, but is smaller than what it is made of."
    ),
    "unclear_orphan": gettext_lazy(
        "%(found)s stands as the total, but is smaller than its parts. The text names "
        "“%(of)s” without a number; the register has %(expected)s for it."
    ),
    "unbound": gettext_lazy(
        "No words beside the number call a figure of the register."
    ),
    "no_value": gettext_lazy("The register knows no value for this year."),
    "unsure": gettext_lazy("The words beside it do not tell surely what is counted."),
}
LONGEST: Final = 90


def sentence(finding: Finding) -> str:
    """Return why the finding is what it is."""
    rule = RULES.get(finding.why, RULES["unsure"])
    about = finding.about[0] if finding.about else ""
    parts = about if len(about) <= LONGEST else f"{about[:LONGEST]}…"
    return str(rule) % {
        "of": title(finding),
        "year": finding.year or "",
        "found": shown(finding, finding.found),
        "expected": shown(finding, finding.expected),
        "parts": parts,
    }


def words(finding: Finding) -> str:
    """Return the words by which a number was bound, in quotation marks."""
    return ", ".join(_("“%s”") % word for word in dict.fromkeys(finding.said))


def title(finding: Finding) -> str:
    """Return the name of the figure, and of its cell."""
    if not finding.figure:
        return ""
    figure = FIGURES[finding.figure]
    name = str(figure.title)
    if not finding.cell:
        return name
    cell = figure.breakdowns[finding.breakdown].label(finding.cell)
    return f"{name}, {smallfirst(cell)}"


def shown(finding: Finding, value: Decimal | None) -> str:
    """Return a number of the finding as the office writes it."""
    if value is None:
        return ""
    unit = FIGURES[finding.figure].unit if finding.figure else ""
    is_share = finding.why in {"percent", "computed"} or unit == Unit.PERCENT
    return percent(value) if is_share else grouped(value)
