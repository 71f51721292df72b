"""Closed code lists of assistance; values are the codes of the exchange."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ExitReason(TextChoices):
    """Where a person went when a stay ended."""

    FAMILY = "family", _("to the family")
    OWN_HOUSING = "own_housing", _("to own housing")
    REPATRIATION = "repatriation", _("repatriated")
    OTHER_SHELTER = "other_shelter", _("to another shelter")
    LEFT_WITHOUT_NOTICE = "left_without_notice", _("left without notice")
    DECEASED = "deceased", _("deceased")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class ServiceType(TextChoices):
    """Kinds of help given to a person."""

    MEDICAL = "medical", _("medical help")
    PSYCHOLOGICAL = "psychological", _("psychological help")
    PSYCHOLOGICAL_CORRECTION = (
        "psychological_correction",
        _("psychological correction"),
    )
    LEGAL = "legal", _("legal help")
    DOCUMENTS = "documents", _("help with documents")
    MATERIAL_AID = "material_aid", _("material aid")
    SOCIAL_ASSISTANCE = "social_assistance", _("targeted social assistance")
    INTERPRETER = "interpreter", _("interpreter")
    SECURITY = "security", _("security")
    EDUCATION = "education", _("education")
    SHELTER = "shelter", _("shelter")
    FOOD_CLOTHES = "food_clothes", _("food and clothes")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class ReferralType(TextChoices):
    """What a person is referred to."""

    VOCATIONAL_TRAINING = "vocational_training", _("vocational course")
    EMPLOYMENT = "employment", _("job placement")
    EDUCATION = "education", _("education")
    FAMILY_RETURN = "family_return", _("return to the family")
    REPATRIATION = "repatriation", _("repatriation")
    HEALTH = "health", _("health care")
    LEGAL = "legal", _("legal help")
    SOCIAL_ASSISTANCE = "social_assistance", _("social assistance")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class ReferralOutcome(TextChoices):
    """What came of a referral."""

    PENDING = "pending", _("in progress")
    HIRED = "hired", _("hired")
    COMPLETED = "completed", _("completed")
    RETURNED = "returned", _("returned to the family")
    DECLINED = "declined", _("declined")
    DROPPED_OUT = "dropped_out", _("dropped out")


class AllowanceKind(TextChoices):
    """Kinds of allowance."""

    ONE_TIME = "one_time", _("one-time allowance")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class AllowanceStatus(TextChoices):
    """Where an allowance stands; a reversed one counts for nothing."""

    PENDING = "pending", _("decided, not paid yet")
    PAID = "paid", _("paid")
    REVERSED = "reversed", _("reversed")


class Recipient(TextChoices):
    """Who receives the allowance."""

    SELF = "self", _("the person")
    GUARDIAN = "guardian", _("guardian or legal representative")


class PaymentMethod(TextChoices):
    """How the allowance is paid."""

    ACCOUNT = "account", _("to an account")
    CASH = "cash", _("in cash, against signature")


class CorrectionKind(TextChoices):
    """How an allowance is taken back; either way it counts for nothing."""

    VOID = "void", _("void: it was recorded by mistake")
    REVERSE = "reverse", _("reverse: the decision or the payment was taken back")


CORRECTION_WORDS = {
    CorrectionKind.VOID: _("entered by mistake: strike it out"),
    CorrectionKind.REVERSE: _(
        "taken back: the money came back, or the decision was withdrawn"
    ),
}
"""What people read of a correction, on its form and wherever it is shown."""


class DecidingDay(TextChoices):
    """The day whose rate applies to an allowance once it is paid."""

    PAID_ON = "paid_on", _("day of payment")
    DECIDED_ON = "decided_on", _("day of the decision")
    IDENTIFIED_ON = "identified_on", _("day of identification")


class DependantServiceType(TextChoices):
    """Kinds of help for children of victims."""

    PRESCHOOL = "preschool", _("pre-school education")
    ALIMONY = "alimony", _("alimony obtained")
    DOCUMENTS = "documents", _("help with documents")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class MoneyStream(TextChoices):
    """Money other than the allowance; the three streams are never mixed."""

    FUND = "fund", _("compensation from the Relief Fund")
    CIVIL = "civil", _("damages from the trafficker")
    SMALL_AID = "small_aid", _("small aid in money")


class RoomFor(TextChoices):
    """Whom a room is for."""

    EVERYONE = "everyone", _("anyone")
    WOMEN = "women", _("women")
    MEN = "men", _("men")
    FAMILY = "family", _("families")


class AbsenceKind(TextChoices):
    """Why a person sleeps elsewhere for a night."""

    AGREED = "agreed", _("agreed with the shelter")
    HOSPITAL = "hospital", _("in hospital")
    NO_NOTICE = "no_notice", _("without notice")
    OTHER = "other", _("other")


class Deed(TextChoices):
    """What staff do on the bed board."""

    HOLD = "hold", _("bed held")
    RELEASE = "release", _("hold let go")
    PLACE = "place", _("person placed")
    MOVE = "move", _("person moved")
    AWAY = "away", _("night away")
    LEAVE = "leave", _("person left")
    OUT = "out", _("bed out of use")
    BACK = "back", _("bed back in use")


class SendingState(TextChoices):
    """Where a referral that was sent to another agency stands."""

    SENT = "sent", _("waiting for an answer")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    DONE = "done", _("done")
    REVOKED = "revoked", _("taken back")


class SendingEnd(TextChoices):
    """Why a referral that was sent was taken back."""

    SENDER = "sender", _("by the sender")
    CONSENT = "consent", _("the consent no longer covers it")
    SUSPENSION = "suspension", _("access to the file was suspended")


class SharedField(TextChoices):
    """What may be told of a person to the agency that a referral is sent to."""

    NAME = "name", _("full name")
    PHONE = "phone", _("phone")
    SEX = "sex", _("sex")
    AGE_GROUP = "age_group", _("of age or not")
    CITIZENSHIP = "citizenship", _("citizenship")
    LANGUAGE = "language", _("language")
    NEEDS = "needs", _("what is needed")
