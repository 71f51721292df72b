"""The kinds of deadline; what raises and what settles each stands in the database."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DeadlineKind(TextChoices):
    """What is due, in the words of whoever does it.

    Each is raised by the term of its name, and by no term that has no length.
    """

    REFERRAL = "referral", _("Refer the person to the Main Department")
    IDENTIFICATION = "identification", _("Record the decision on status")
    REFLECTION = "reflection", _("Reflection period ends")
    STAY = "stay", _("Stay in the shelter ends")
    ALLOWANCE = "allowance", _("Decide on the allowance")
    PAYMENT = "payment", _("Pay the allowance")
    PERMIT = "permit", _("Residence permit expires")
    ADULTHOOD = "adulthood", _("18th birthday")
    PLAN_REVIEW = "plan_review", _("Review the rehabilitation plan")
    OUTCOME = "outcome", _("Record the outcome of the referral")
    FOLLOW_UP_1 = "follow_up_1", _("First follow-up after the return")
    FOLLOW_UP_2 = "follow_up_2", _("Second follow-up after the return")
    FOLLOW_UP_3 = "follow_up_3", _("Third follow-up after the return")
    FOLLOW_UP_4 = "follow_up_4", _("Fourth follow-up after the return")


class DeadlineAct(TextChoices):
    """What people say of a deadline where the records cannot."""

    DONE = "done", _("done")
    POSTPONED = "postponed", _("postponed")
    REASSIGNED = "reassigned", _("handed over")
