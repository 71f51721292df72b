"""What everything refers to: organisations, regions, shelters, legal acts and terms."""

from typing import Final

import pghistory
import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from reference.choices import (
    LegalActKind,
    OrganisationType,
    ShelterKind,
    TermUnit,
)
from reference.records import Record, RecordQuerySet, known_codes, not_in_future

# Every day ever recorded counts, for the register has one capacity a shelter.
CAPACITY_HOLDS: Final = """
    IF most_people_on_a_day(NEW.id, NULL, NULL) > NEW.capacity
    THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = 'shelter_capacity_holds',
        MESSAGE = 'more people on one day than the capacity';
    END IF;
    RETURN NULL;
"""


@pghistory.track()
class Organisation(Record):
    """An agency, association or firm that refers, helps, investigates or reports."""

    KNOWN_BY = "code"

    code = models.SlugField(_("code"), max_length=64, unique=True)
    name = models.CharField(_("name"), max_length=200)
    type = models.CharField(
        _("type"), max_length=24, choices=OrganisationType, blank=True
    )

    objects = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]
        constraints = known_codes("organisation", type=OrganisationType.values)

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Region(Record):
    """A city or region; the list is open, `from_import` marks names met in a file."""

    KNOWN_BY = "name"

    name = models.CharField(_("name"), max_length=100, unique=True)
    from_import = models.BooleanField(_("from import"), default=False)

    objects = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("city or region")
        verbose_name_plural = _("cities and regions")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Shelter(Record):
    """A place where people stay; its address is never kept here."""

    KNOWN_BY = "code"

    code = models.CharField(_("code"), max_length=64, unique=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=24, choices=ShelterKind, blank=True)
    operator = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="shelters",
        null=True,
        blank=True,
        verbose_name=_("operator"),
    )
    city = models.ForeignKey(
        Region,
        models.PROTECT,
        related_name="shelters",
        null=True,
        blank=True,
        verbose_name=_("city"),
    )
    capacity = models.PositiveIntegerField(
        _("capacity, people"),
        null=True,
        blank=True,
        help_text=_("Empty: not recorded, and not checked."),
    )

    objects = RecordQuerySet.as_manager()

    TRIGGER_MESSAGES = {
        "shelter_capacity_holds": _("More people than this have been here on one day."),
    }

    class Meta(Record.Meta):
        verbose_name = _("shelter")
        verbose_name_plural = _("shelters")
        ordering = ["code"]
        constraints = known_codes("shelter", kind=ShelterKind.values)
        triggers = [
            *Record.Meta.triggers,
            pgtrigger.Trigger(
                name="capacity_holds",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                timing=pgtrigger.Immediate,
                condition=pgtrigger.AnyChange("capacity"),
                func=CAPACITY_HOLDS,
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.code


@pghistory.track()
class LegalAct(Record):
    """A law, decision or agreement: the basis of rates and terms."""

    KNOWN_BY = "pk"

    kind = models.CharField(_("kind"), max_length=24, choices=LegalActKind)
    number = models.CharField(_("number"), max_length=40, blank=True)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=300)
    partners = models.CharField(_("other states"), max_length=200, blank=True)
    confirmed = models.BooleanField(_("number and date confirmed"), default=False)

    objects = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("legal act")
        verbose_name_plural = _("legal acts")
        ordering = ["-adopted_on", "pk"]
        constraints = [
            *known_codes("legal_act", kind=LegalActKind.values),
            *not_in_future("legal_act", "adopted_on"),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number}".strip()


class TermQuerySet(RecordQuerySet["Term"]):
    """Terms that the law or practice sets."""

    def unconfirmed(self) -> "TermQuerySet":
        """Return the terms whose length nobody has confirmed yet."""
        return self.filter(length=None)


@pghistory.track()
class Term(Record):
    """A deadline's length; one that is not confirmed ships with no length."""

    KNOWN_BY = "code"

    code = models.SlugField(_("code"), max_length=64, unique=True)
    title = models.CharField(_("title"), max_length=200)
    length = models.PositiveIntegerField(
        _("length"), null=True, blank=True, help_text=_("Empty: not confirmed yet.")
    )
    unit = models.CharField(_("unit"), max_length=16, choices=TermUnit)
    basis = models.CharField(_("basis"), max_length=200, blank=True)

    objects = TermQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["code"]
        constraints = known_codes("term", unit=TermUnit.values)

    def __str__(self) -> str:
        return self.title
