"""Closed lists of the standard exports; values stand in addresses and commands."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Standard(TextChoices):
    """A standard of others that a year is told by."""

    GLOTIP = "glotip", _("UNODC questionnaire (GLOTIP)")
    SDG = "sdg", _("SDG indicator 16.2.2")
    HTCDS = "htcds", _("HTCDS, one row a victim")
    ICTIP = "ictip", _("IC-TIP")


class MappedList(TextChoices):
    """A list of ours whose values are told in the words of a standard."""

    EXPLOITATION_TYPE = "exploitation_type", _("form of exploitation")
    SEX = "sex", _("sex")
    AGE_GROUP = "age_group", _("age group")
    SEXUAL_SUBTYPE = "sexual_subtype", _("kind of sexual exploitation")
    SECTOR = "sector", _("sector")
    MEANS = "means", _("means")
    CASE_STATUS = "case_status", _("state of the help")
    STATUS = "status", _("status")


class AgeGroup(TextChoices):
    """Ages as the standards split them; "unknown" is told apart."""

    CHILDREN = "children", _("0 to 17 years")
    ADULTS = "adults", _("18 years or over")


class Level(TextChoices):
    """For whom a table is made: how small a number it may tell."""

    INTERNAL = "internal", _("internal")
    PARLIAMENT = "parliament", _("for Parliament")
    PUBLIC = "public", _("for the public")
