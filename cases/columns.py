"""The columns of the list of cases."""

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.choices import CaseStage
from reference.countries import country_name
from thb.columns import NOTHING, Column
from thb.letters import capfirst

STAGE_KIND: Final = {
    CaseStage.CONVICTED: "ok",
    CaseStage.IN_FORCE: "ok",
    CaseStage.ACQUITTED: "ok",
    CaseStage.TERMINATED: "ok",
    CaseStage.WANTED: "danger",
    "": "none",
}
"""The square of a stage; half of one for a case that is under way."""


def day(value: Any) -> str:
    """Return 04.06.2019; nothing for no day."""
    return f"{value:%d.%m.%Y}" if value else ""


def accused(case: Any) -> str:
    """Return how many are accused, and how many of them are women and men."""
    if not case.accused_count:
        return "0"
    split = _("(%(women)s w / %(men)s m)") % {
        "women": case.women_count,
        "men": case.men_count,
    }
    others = case.sex_unknown_count
    more = _("+ %(number)s sex not recorded") % {"number": others} if others else ""
    return f"{case.accused_count} {split} {more}".strip()


def destinations(case: Any) -> str:
    """Return the countries in which the victims were exploited."""
    return ", ".join(country_name(code) for code in case.destinations)


CASES: Final = {
    "number": Column(gettext_lazy("Number"), "number", lambda case: case.number, ""),
    "opened": Column(
        gettext_lazy("Opened"),
        "opened_on",
        lambda case: day(case.opened_on),
        "rail-cell",
    ),
    "article": Column(
        gettext_lazy("Article"), "article", lambda case: case.article, "pair"
    ),
    "stage": Column(
        gettext_lazy("Stage"),
        "stage",
        lambda case: capfirst(case.get_stage_display()) or NOTHING,
        "pair",
        kind=lambda case: STAGE_KIND.get(case.stage, "half"),
    ),
    "offences": Column(gettext_lazy("Offences"), text=lambda case: case.offence_count),
    "accused": Column(gettext_lazy("Accused"), text=accused),
    "victims": Column(gettext_lazy("Victims"), text=lambda case: case.victim_count),
    "destination": Column(gettext_lazy("Destination"), text=destinations),
    "lead": Column(
        gettext_lazy("Lead"),
        text=lambda case: ", ".join(case.leads),
        permission="cases.view_caseassignment",
    ),
    "completed": Column(
        gettext_lazy("Investigation completed"),
        "investigation_completed_on",
        lambda case: day(case.investigation_completed_on),
        usual=False,
    ),
}
