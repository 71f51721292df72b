"""Closed code lists of prevention; values are the codes of the exchange."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CallTopic(TextChoices):
    """What an appeal to the hotline 152 was about."""

    LABOUR = "labour", _("labour")
    EDUCATION = "education", _("education")
    MARRIAGE_WITH_FOREIGNER = "marriage_with_foreigner", _("marriage with a foreigner")
    DOMESTIC_VIOLENCE = "domestic_violence", _("domestic violence")
    MIGRANT_REGISTRATION = "migrant_registration", _("registration of migrants")
    ADOPTION = "adoption", _("adoption")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class CallOutcome(TextChoices):
    """What came of an appeal."""

    EXPLAINED = "explained", _("explained")
    FORWARDED = "forwarded", _("forwarded")
    TRAFFICKING_REFERRAL = "trafficking_referral", _("referred: trafficking")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class ActivityKind(TextChoices):
    """Kinds of event and campaign."""

    SEMINAR = "seminar", _("seminar")
    TRAINING = "training", _("training")
    CAMPAIGN = "campaign", _("campaign")
    CONFERENCE = "conference", _("conference")
    MEETING = "meeting", _("meeting")
    BROADCAST = "broadcast", _("broadcast")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class ActivityRole(TextChoices):
    """What the officers were there."""

    ORGANISER = "organiser", _("organisers")
    PARTICIPANT = "participant", _("participants")
    INSTRUCTOR = "instructor", _("instructors")


class GrantPurpose(TextChoices):
    """What a grant was given for."""

    SHELTER = "shelter", _("shelter")
    REHABILITATION_CENTRE = "rehabilitation_centre", _("rehabilitation centre")
    AWARENESS = "awareness", _("awareness")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class Precision(TextChoices):
    """How exact a returned figure is."""

    EXACT = "exact", _("exact")
    MORE_THAN = "more_than", _("more than")
    ABOUT = "about", _("about")
