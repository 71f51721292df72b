"""Closed lists of the annual figures: units, severities of checks, stages."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Unit(TextChoices):
    """What one of a figure is; values are those of the JSON."""

    PERSON = "person", _("persons")
    CHILD = "child", _("children")
    OFFENCE = "offence", _("offences")
    CASE = "case", _("criminal cases")
    GROUP = "group", _("groups")
    APPEAL = "appeal", _("appeals")
    EVENT = "event", _("events")
    PLACE = "place", _("cities and regions")
    COPY = "copy", _("copies")
    PROJECT = "project", _("projects")
    AZN = "AZN", _("AZN")
    PERCENT = "percent", _("percent")
    SITE = "site", _("sites")
    EMPLOYER = "employer", _("employers")
    CONTRACT = "contract", _("contracts")
    MATERIAL = "material", _("materials")
    ACT = "act", _("acts")
    FACT = "fact", _("facts")
    ASSOCIATION = "association", _("associations")


class Severity(TextChoices):
    """What a failed check does to a year: it cannot be frozen, or asks for a word."""

    BLOCKS = "blocks", _("must be put right")
    WARNS = "warns", _("needs an explanation")


class Stage(TextChoices):
    """How far a year has come; values are those of the JSON."""

    DRAFT = "draft", _("draft")
    FROZEN = "frozen", _("frozen")
    PUBLISHED = "published", _("published")


class Deed(TextChoices):
    """What happened to a record between two editions, the weightiest first."""

    ADDED = "added", _("added")
    REMOVED = "removed", _("removed")
    CHANGED = "changed", _("changed")


class Why(TextChoices):
    """Why a record is counted otherwise than before."""

    LATE_ENTRY = "late_entry", _("late entry")
    CORRECTION = "correction", _("correction")
    VOIDED = "voided", _("voided")
    MERGED = "merged", _("merged")
    DEFINITION = "definition_changed", _("definition changed")
    REFERS = "refers", _("something it refers to was changed")
