"""Closed code lists that several apps refer to, by the codes of the exchange."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Sex(TextChoices):
    """Sex as recorded; `unknown` was asked and not known, blank was not recorded."""

    FEMALE = "F", _("female")
    MALE = "M", _("male")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class OrganisationType(TextChoices):
    """Kinds of organisation, after HTCDS 2.0."""

    NGO = "ngo", _("non-governmental organisation")
    LAW_ENFORCEMENT = "law_enforcement", _("law enforcement")
    HEALTH = "health", _("health care")
    CENTRAL_GOVERNMENT = "central_government", _("central government")
    LOCAL_GOVERNMENT = "local_government", _("local government")
    IMMIGRATION = "immigration", _("immigration authority")
    LEGAL = "legal", _("legal services")
    BUSINESS = "business", _("business")
    SCHOOL = "school", _("school or university")
    INTERNATIONAL = "international", _("international organisation")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class ShelterKind(TextChoices):
    """Special institutions of article 12 of the law, and shelters of associations."""

    STATE_SHELTER = "state_shelter", _("state shelter")
    NGO_SHELTER = "ngo_shelter", _("shelter of an association")
    ASSISTANCE_CENTRE = "assistance_centre", _("assistance centre")


class LegalActKind(TextChoices):
    """Kinds of legal act that the yearly report tells of."""

    LAW = "law", _("law")
    DECREE = "decree", _("decree of the President")
    CABINET_DECISION = "cabinet_decision", _("decision of the Cabinet of Ministers")
    ORDER = "order", _("order of a ministry")
    AGREEMENT = "agreement", _("agreement with another state")
    OTHER = "other", _("other")


class TermUnit(TextChoices):
    """Units in which the law or practice gives a term."""

    HOURS = "hours", _("hours")
    DAYS = "days", _("days")
    WORKING_DAYS = "working_days", _("working days")
    MONTHS = "months", _("months")
    YEARS = "years", _("years")
