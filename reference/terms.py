"""What the terms that ship are called in the language of the reader."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reference.models import Term

TITLES: Final[dict[str, Promise]] = {
    "referral_to_main_department": _("Refer a presumed victim to the Main Department"),
    "identification_decision": _("Decide on the status of a presumed victim"),
    "reflection_period": _("Recovery and reflection period"),
    "reflection_period_warning_1": _("First warning before the reflection period ends"),
    "reflection_period_warning_2": _(
        "Second warning before the reflection period ends"
    ),
    "no_removal": _("A foreign victim is not removed"),
    "residence_permit": _("Temporary residence permit"),
    "residence_permit_warning_1": _("First warning before a residence permit expires"),
    "residence_permit_warning_2": _("Second warning before a residence permit expires"),
    "residence_permit_warning_3": _("Third warning before a residence permit expires"),
    "shelter_stay": _("Stay in a shelter before an extension"),
    "guardianship_informed": _("Inform the guardianship body of a child"),
    "legal_representative": _("A child has a legal representative"),
    "adulthood_warning": _("Warn before the 18th birthday"),
    "allowance_payment": _("Pay the allowance after identification"),
    "plan_review": _("Next review of the rehabilitation plan"),
    "hotline_answer": _("Answer an appeal to the hotline"),
    "follow_up_1": _("First follow-up after a return to the family"),
    "follow_up_2": _("Second follow-up after a return to the family"),
    "follow_up_3": _("Third follow-up after a return to the family"),
    "follow_up_4": _("Fourth follow-up after a return to the family"),
    "referral_outcome": _("Record what came of a referral"),
}
BASES: Final[dict[str, Promise]] = {
    "not confirmed": _("not confirmed"),
    "own service level": _("own service level"),
    "law, article 14-1": _("law, article 14-1"),
    "before the end under article 14-1 of the law": _(
        "before the end under article 14-1 of the law"
    ),
    "Cabinet of Ministers, No 180 of 2009": _("Cabinet of Ministers, No 180 of 2009"),
    "TIP reports 2018 to 2022": _("TIP reports 2018 to 2022"),
}


def title_of(term: Term) -> Promise | str:
    """Return what a term is called; one that was added later has its own title."""
    return TITLES.get(term.code, term.title)


def basis_of(term: Term) -> Promise | str:
    """Return what a term rests on; one typed later stays so."""
    return BASES.get(term.basis, term.basis)
