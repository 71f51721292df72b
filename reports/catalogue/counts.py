"""What each figure counts, in one sentence: shown above its list, kept when frozen."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

RETURNED: Final = _(
    "Counted by another agency; the register holds its return for the year."
)

COUNTS: Final[Mapping[str, str | Promise]] = {
    "activities.seminar_regions": _(
        "Cities and regions in which at least one seminar was held in the year, "
        "by the day of the seminar."
    ),
    "activities.copies": _(
        "Copies of awareness material handed out at activities of the year, added up."
    ),
    "activities.events_attended": _(
        "Conferences, seminars and trainings of the year in which officers took part."
    ),
    "activities.events_instructed": _(
        "Conferences, seminars and trainings of the year at which officers were "
        "instructors."
    ),
    "grants.projects": _(
        "Projects of non-governmental organisations, by the day of the grant."
    ),
    "grants.amount_azn": _("The sums of the grants of the year, added up."),
    "grants.shelters_and_centres_azn": _(
        "The sums of those grants of the year that are for shelters or for "
        "rehabilitation centres, added up."
    ),
    "grants.shelters": _("Grants of the year for shelters."),
    "grants.centres": _("Grants of the year for rehabilitation centres."),
    "offences.trafficking": _(
        "Offences under article 144-1, by the day of registration."
    ),
    "offences.forced_labour": _(
        "Offences under article 144-2, by the day of registration."
    ),
    "offences.documents": _(
        "Offences under article 144-3, by the day of registration."
    ),
    "groups.neutralised": _("Criminal groups, by the day they were neutralised."),
    "groups.members": _(
        "Accused persons who are members of the groups neutralised in the year."
    ),
    "wanted.total": _(
        "Persons wanted on some day of the year, each once: declared by 31 December "
        "and not closed before 1 January."
    ),
    "wanted.detained": _("Of the wanted persons, those detained in the year."),
    "wanted.detained_percent": _(
        "Detained persons per hundred wanted ones, rounded half up to one decimal."
    ),
    "cases.investigation_completed": _(
        "Criminal cases, by the day their investigation was completed."
    ),
    "accused.sent_to_court": _(
        "Accused persons, each once, by the day they were sent to court."
    ),
    "accused.convicted": _(
        "Accused persons with a guilty verdict of the year, each once, whichever year "
        "they were sent to court."
    ),
    "victims.identified": _(
        "Victims whose first decision “identified” is of the year, each once; a later "
        "withdrawal does not take it back. Witnesses do not count."
    ),
    "victims.forced_labour": _(
        "Of the victims identified in the year, those whose main form of exploitation "
        "is forced labour or forced begging."
    ),
    "assistance.sheltered": _(
        "Victims admitted to a state shelter in the year, each once; a stay begun "
        "before the year does not count."
    ),
    "assistance.medical": _(
        "Of the victims sheltered in the year, those given medical help in it."
    ),
    "assistance.psychological": _(
        "Of the victims sheltered in the year, those given psychological help in it."
    ),
    "assistance.legal": _(
        "Of the victims sheltered in the year, those given legal help in it."
    ),
    "assistance.employed": _(
        "Victims hired after a referral to employment, each once, by the day the job "
        "started."
    ),
    "assistance.vocational": _(
        "Victims referred to vocational training, each once, by the day of the "
        "referral, completed or not."
    ),
    "assistance.returned_to_family": _(
        "Victims returned to their families, each once, by the day of the return."
    ),
    "allowances.recipients": _(
        "Victims paid the one-time allowance, each once, by the day of payment; "
        "reversed payments do not count."
    ),
    "allowances.amount_azn": _(
        "The one-time allowances of the year, added up; reversed ones do not count."
    ),
    "dependants.preschool": _(
        "Children of victims sent to pre-school education in the year, each once."
    ),
    "dependants.alimony": _(
        "Children of victims for whom alimony was obtained in the year, each once."
    ),
    "dependants.documents": _(
        "Children of victims helped to documents in the year, each once."
    ),
    "calls.received": _("Appeals to the hotline 152, by the day of the appeal."),
    "calls.trafficking_related": _(
        "Of the appeals of the year, those referred because of trafficking."
    ),
    "cumulative.victims": _(
        "The total where counting began, and the victims identified in each year "
        "after it."
    ),
    "cumulative.prosecuted": _(
        "The total where counting began, and the accused sent to court in each year "
        "after it."
    ),
    "cumulative.offences": _(
        "The total where counting began, and the offences under articles 144-1 and "
        "144-2 of each year after it; those with documents are left out."
    ),
}
"""By the figure's code; what is returned by other agencies has one sentence."""
