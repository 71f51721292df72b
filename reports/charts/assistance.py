"""The way of those helped: identified, placed, given help, returned to the family."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.charts.basis import Basis
from thb.charts.chart import Bar, Chart, Table, in_words, listed
from thb.charts.steps import steps
from thb.letters import capfirst
from thb.numbers import grouped

PATH: Final = {
    "victims.identified": gettext_lazy("identified"),
    "assistance.sheltered": gettext_lazy("state shelter"),
    "assistance.medical": gettext_lazy("medical help"),
    "assistance.psychological": gettext_lazy("psychological help"),
    "assistance.legal": gettext_lazy("legal help"),
    "allowances.recipients": gettext_lazy("one-time allowance"),
    "assistance.returned_to_family": gettext_lazy("return to the family"),
    "assistance.vocational": gettext_lazy("vocational course"),
    "assistance.employed": gettext_lazy("job"),
}
NAMED: Final = (
    "victims.identified",
    "assistance.sheltered",
    "assistance.returned_to_family",
)


def path(basis: Basis) -> Chart | None:
    """Return the path of those helped; one person may stand in several steps."""
    shown = {code: basis.bar(code, str(label)) for code, label in PATH.items()}
    if not any(bar.value for bar in shown.values()):
        return None
    subtitle = _("Persons, by help given in %s") % basis.year
    return of_path(shown, subtitle, basis.source)


def of_path(steps_by_figure: Mapping[str, Bar], subtitle: str, source: str) -> Chart:
    """Return the chart of these steps by figure; its title names those of `NAMED`."""
    shown, named = (
        list(steps_by_figure.values()),
        [steps_by_figure[code] for code in NAMED if code in steps_by_figure],
    )
    said = "; ".join(f"{bar.label}: {grouped(bar.value)}" for bar in named)
    return Chart(
        "path",
        capfirst(said),
        subtitle,
        steps(shown),
        Table([_("Help"), _("Number")], listed(shown)),
        in_words(shown),
        source,
        overlap(),
    )


def overlap() -> str:
    """Return why the steps are not taken from one another."""
    return _(
        "The steps overlap: one person may stand in several, and may have been"
        " identified in an earlier year. They are not parts of one another."
    )


CHARTS: Final = (path,)
