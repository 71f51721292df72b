"""The pseudonymous victim: everything refers to its code, nothing here names anyone."""

from datetime import date
from typing import Any, Final, Self

import pghistory
from django.db import IntegrityError, models, transaction
from django.db.models import Min, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from psycopg.errors import UniqueViolation

from accounts.models import User
from reference.choices import Sex
from reference.countries import country_choices
from reference.models import Shelter
from reference.records import (
    CURRENT,
    Record,
    RecordQuerySet,
    known_codes,
    not_in_future,
)
from thb.months import month_of_year
from victims.ages import band_words
from victims.choices import CaseStatus, PersonRole, ReferralSource, Status
from victims.codes import new_code
from victims.merging import move_file, refuse_merging
from victims.reach import closed_to, within_reach

TRIES_FOR_A_FREE_CODE: Final = 5

# What the list of people is narrowed to, each in the order of the list.
LISTED_BY: Final = {
    "sex": "sex",
    "age": "age_at_identification",
    "citizenship": "citizenship",
    "help": "case_status",
}


class VictimQuerySet(RecordQuerySet["Victim"]):
    """Groups of persons in the register."""

    def current(self) -> Self:
        """Return the persons that count: neither voided nor merged into another."""
        return self.filter(CURRENT, merged_into=None)

    def visible_to(self, user: User) -> Self:
        """Return the persons within the user's reach; a role unknown here reaches none.

        A person whose file a court or prosecution suspended is seen by those named in
        the order only.
        """
        if user.has_perm("victims.view_every_victim"):
            reached = self
        else:
            reached = self.filter(within_reach(self.model, user))
        return reached.exclude(closed_to(self.model, user))

    def register(self, **facts: Any) -> "Victim":
        """Create a person under a new random code."""
        for _attempt in range(TRIES_FOR_A_FREE_CODE):
            try:
                with transaction.atomic():
                    return self.create(code=new_code(), **facts)
            except IntegrityError as error:
                if not isinstance(error.__cause__, UniqueViolation):
                    raise
        raise RuntimeError("No free code was found.")


class VictimRecordQuerySet[M: models.Model](RecordQuerySet[M]):
    """Records that belong to a person and are reached with that person."""

    def visible_to(self, user: User) -> Self:
        """Return the records of the persons within the user's reach."""
        return self.filter(victim__in=Victim.objects.visible_to(user).values("pk"))

    def counted(self) -> Self:
        """Return the records that count: current ones of current victims' files."""
        return self.filter(
            CURRENT,
            victim__voided_at=None,
            victim__merged_into=None,
            victim__role=PersonRole.VICTIM,
        )


@pghistory.track()
class Victim(Record):
    """A person in the register, known by a code; the identity is kept apart."""

    KNOWN_BY = "code"
    PART_OF = ()

    code = models.CharField(_("code"), max_length=64, unique=True)
    role = models.CharField(
        _("role"), max_length=16, choices=PersonRole, default=PersonRole.VICTIM
    )
    sex = models.CharField(_("sex"), max_length=8, choices=Sex, blank=True)
    age_at_identification = models.PositiveSmallIntegerField(
        _("age at identification, years"), null=True, blank=True
    )
    citizenship = models.CharField(
        _("citizenship"), max_length=3, choices=country_choices, blank=True
    )
    first_contact_on = models.DateField(_("first contact on"), null=True, blank=True)
    referral_source = models.CharField(
        _("brought to attention by"),
        max_length=24,
        choices=ReferralSource,
        blank=True,
    )
    case_status = models.CharField(
        _("state of the help"), max_length=16, choices=CaseStatus, blank=True
    )
    registered_at = models.ForeignKey(
        Shelter,
        models.PROTECT,
        related_name="registered_victims",
        null=True,
        blank=True,
        verbose_name=_("registered by"),
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="merged_from",
        null=True,
        blank=True,
        verbose_name=_("merged into"),
    )

    objects = VictimQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["-pk"]
        indexes = [
            models.Index(name=f"victim_by_{name}", fields=[column, "id"])
            for name, column in LISTED_BY.items()
        ]
        permissions = [
            ("view_every_victim", "Can see every person as a code"),
            ("show_identity", "Can show an identity with a reason"),
            ("view_given_name", "Can see given names in lists"),
            ("merge_victim", "Can merge two entries of one person, and undo it"),
            ("view_history", "Can see what was changed in a file, and who looked"),
        ]
        constraints = [
            *known_codes(
                "victim",
                sex=Sex.values,
                role=PersonRole.values,
                referral_source=ReferralSource.values,
                case_status=CaseStatus.values,
            ),
            *not_in_future("victim", "first_contact_on"),
            models.CheckConstraint(
                name="victim_not_merged_into_itself",
                condition=~Q(merged_into=models.F("pk")),
                violation_error_message=_("A person cannot be merged into itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def age_group(self) -> Promise | str:
        """Return the group of ages in words; empty where the age is not known."""
        return band_words(self.age_at_identification)

    @property
    def first_contact_month(self) -> str:
        """Return the month of the first contact in words; empty where not recorded."""
        day = self.first_contact_on
        return month_of_year(day) if day else ""

    def identified_on(self) -> date | None:
        """Return the day of the first decision `identified`; None before it."""
        found = self.decisions.filter(CURRENT, status=Status.IDENTIFIED).aggregate(
            day=Min("decided_on")
        )
        day: date | None = found["day"]
        return day

    def recompute_age(self) -> None:
        """Store the age in whole years on the day of identification.

        Where the birth date is not known the age recorded by hand or by a file stays.
        """
        known = type(self).objects.select_for_update(of=("self",))
        victim = known.select_related("identity").get(pk=self.pk)
        born = victim.identity.birth_date if hasattr(victim, "identity") else None
        if born is None:
            return
        day = victim.identified_on()
        self.age_at_identification = whole_years(born, day) if day else None
        if self.age_at_identification != victim.age_at_identification:
            self.save(update_fields=["age_at_identification"])

    @transaction.atomic
    def merge_into(self, other: "Victim", reason: str) -> None:
        """Say that this is the same person as `other`, who keeps all that was done.

        The records move to `other`; one that is there already is voided. This person
        counts no longer. `ValidationError` where the two cannot be one: both have an
        allowance, or stays on the same days.
        """
        refuse_merging(self, other)
        self.merged_into, self.void_reason = other, reason
        self.save(update_fields=["merged_into", "void_reason"])
        move_file(self, other, reason)
        other.recompute_age()


def whole_years(born: date, day: date) -> int | None:
    """Return the age in whole years on `day`; None before the birth.

    One born on 29 February is a year older on 1 March of a common year.
    """
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return years if years >= 0 else None
