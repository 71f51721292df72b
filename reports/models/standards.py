"""What the standard exports are made with: mappings, populations, figures of others."""

from typing import Final, Self

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reference.choices import Sex
from reference.records import CURRENT, Record, RecordQuerySet, known_codes
from reports.standards.choices import AgeGroup, MappedList, Standard

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100
IN_YEARS: Final = Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR)
COUNTED_SEXES: Final = [
    (Sex.FEMALE.value, Sex.FEMALE.label),
    (Sex.MALE.value, Sex.MALE.label),
]


class StandardQuerySet[M: models.Model](RecordQuerySet[M]):
    """Records that concern no person: whoever may see the kind sees them all."""

    def visible_to(self, user: User) -> Self:
        """Return all of them to who may see them, none to others."""
        seen = user.has_perm(f"reports.view_{self.model._meta.model_name}")
        return self if seen else self.none()


@pghistory.track()
class Mapping(Record):
    """What a value of ours is called in a standard, or that it is not told there."""

    KNOWN_BY = "standard"
    PART_OF = ()

    standard = models.CharField(_("standard"), max_length=16, choices=Standard)
    list = models.CharField(_("our list"), max_length=24, choices=MappedList)
    code = models.CharField(_("our code"), max_length=64)
    their_code = models.CharField(_("their code"), max_length=64, blank=True)
    their_label = models.CharField(_("their words"), max_length=120, blank=True)
    not_reported = models.BooleanField(_("not reported, on purpose"), default=False)

    objects = StandardQuerySet["Mapping"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("mapping")
        verbose_name_plural = _("mappings")
        ordering = ["standard", "list", "code"]
        default_permissions = ["view", "add", "change"]
        permissions = [
            ("export_standard", "Can take out the tables of a standard"),
            ("export_microdata", "Can take out one row a victim, as codes"),
        ]
        constraints = [
            *known_codes("mapping", standard=Standard.values, list=MappedList.values),
            models.UniqueConstraint(
                name="mapping_recorded_once",
                fields=["standard", "list", "code"],
                condition=CURRENT,
                violation_error_message=_("This value is mapped already."),
            ),
            models.CheckConstraint(
                name="mapping_is_told_or_not",
                condition=Q(not_reported=True, their_code="", their_label="")
                | Q(
                    not_reported=False,
                    their_code__regex=r"\S",
                    their_label__regex=r"\S",
                ),
                violation_error_message=_(
                    "Enter their code and their words, or say that the value is not"
                    " reported."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.standard}: {self.list} {self.code}"


@pghistory.track()
class Population(Record):
    """How many people of a sex and an age group lived here in a year."""

    KNOWN_BY = "year"
    PART_OF = ()

    year = models.PositiveSmallIntegerField(_("year"))
    sex = models.CharField(_("sex"), max_length=8, choices=COUNTED_SEXES)
    age_group = models.CharField(_("age group"), max_length=16, choices=AgeGroup)
    value = models.PositiveIntegerField(_("residents"))
    source = models.CharField(_("source"), max_length=200)

    objects = StandardQuerySet["Population"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("population")
        verbose_name_plural = _("populations")
        ordering = ["-year", "sex", "age_group"]
        default_permissions = ["view", "add", "change"]
        constraints = [
            *known_codes(
                "population",
                sex=[code for code, _label in COUNTED_SEXES],
                age_group=AgeGroup.values,
            ),
            models.CheckConstraint(
                name="population_of_a_year",
                condition=IN_YEARS & Q(value__gt=0),
                violation_error_message=_(
                    "Enter a year from 1990 to 2100, and more than nobody."
                ),
            ),
            models.CheckConstraint(
                name="population_has_a_source",
                condition=Q(source__regex=r"\S"),
                violation_error_message=_("Name the source."),
            ),
            models.UniqueConstraint(
                name="population_recorded_once",
                fields=["year", "sex", "age_group"],
                condition=CURRENT,
                violation_error_message=_(
                    "The population of that year, sex and age group is there already."
                ),
            ),
        ]

    def __str__(self) -> str:
        told = f"{self.get_sex_display()}, {self.get_age_group_display()}"
        return f"{self.year}: {told}"


@pghistory.track()
class OthersFigure(Record):
    """A number that somebody else publishes of us, with why it is not ours."""

    KNOWN_BY = "figure"
    PART_OF = ()

    publisher = models.CharField(_("publisher"), max_length=80)
    edition = models.CharField(_("edition"), max_length=80)
    year = models.PositiveSmallIntegerField(_("year"))
    figure = models.CharField(_("our figure"), max_length=64)
    breakdown = models.CharField(_("breakdown"), max_length=64, blank=True)
    cell = models.CharField(_("cell"), max_length=64, blank=True)
    value = models.DecimalField(_("their value"), max_digits=14, decimal_places=2)
    wording = models.TextField(_("definition, in their words"), max_length=1000)
    address = models.CharField(_("address of the source"), max_length=300)
    explanation = models.TextField(_("why it differs"), max_length=1000, blank=True)
    explained_by = models.ForeignKey(
        User,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("explained by"),
    )

    objects = StandardQuerySet["OthersFigure"].as_manager()

    class Meta(Record.Meta):
        verbose_name = _("figure of others")
        verbose_name_plural = _("figures of others")
        ordering = ["year", "publisher", "pk"]
        default_permissions = ["view", "add", "change"]
        constraints = [
            models.CheckConstraint(
                name="others_figure_of_a_year",
                condition=IN_YEARS & Q(value__gte=0),
                violation_error_message=_("Enter a year from 1990 to 2100."),
            ),
            models.CheckConstraint(
                name="others_figure_has_a_source",
                condition=Q(address__regex=r"\S", wording__regex=r"\S"),
                violation_error_message=_("Name the source and its definition."),
            ),
            models.CheckConstraint(
                name="others_figure_explained_by_somebody",
                condition=Q(explanation="") | Q(explained_by__isnull=False),
                violation_error_message=_("Somebody explains the difference."),
            ),
            models.CheckConstraint(
                name="others_figure_cell_of_a_breakdown",
                condition=Q(breakdown="", cell="") | (~Q(breakdown="") & ~Q(cell="")),
                violation_error_message=_("Choose a figure or a cell of it."),
            ),
            models.UniqueConstraint(
                name="others_figure_recorded_once",
                fields=[
                    "publisher",
                    "edition",
                    "year",
                    "figure",
                    "breakdown",
                    "cell",
                ],
                condition=CURRENT,
                violation_error_message=_("This number of that edition is there."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publisher}, {self.edition}: {self.figure} {self.year}"
