"""The pseudonymous victim: everything refers to its code, nothing here names anyone."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final, Self

import pghistory
from django.db import IntegrityError, models, transaction
from django.db.models import Min, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
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
    running_on,
)
from victims.choices import CaseStatus, PersonRole, ReferralSource, Status
from victims.codes import new_code

REACH_AFTER_STAY: Final = timedelta(days=90)
TRIES_FOR_A_FREE_CODE: Final = 5


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
            reach = REACH_BY_ROLE.get(user.role)
            reached = self.filter(reach(user)) if reach else self.none()
        orders = Victim.suspension_orders.rel.related_model.objects  # type: ignore[attr-defined]
        closed = orders.in_force_on(localdate()).exclude(open_to=user)
        return reached.exclude(pk__in=closed.values("victim"))

    def register(self, **facts: Any) -> "Victim":
        """Create a person under a new random code."""
        for _attempt in range(TRIES_FOR_A_FREE_CODE):
            try:
                with transaction.atomic():
                    return self.create(code=new_code(), **facts)
            except IntegrityError as error:
                if "code" not in str(error):
                    raise
        raise RuntimeError("No free code was found.")


def _persons(condition: Q, **facts: Any) -> Q:
    """Return who has one stay or assignment that meets all of it at once."""
    return Q(pk__in=Victim.objects.filter(condition, **facts).values("pk"))


def _own_shelters(user: User) -> models.QuerySet[Any, Any]:
    return Shelter.objects.filter(staff=user).values("pk")


def _in_own_shelters_lately(user: User) -> Q:
    own = _own_shelters(user)
    since = localdate() - REACH_AFTER_STAY
    lately = Q(placements__left_on=None) | Q(placements__left_on__gt=since)
    stays = Q(placements__voided_at=None)
    here = _persons(stays & lately, placements__shelter__in=own)
    elsewhere = _persons(
        stays & ~Q(placements__shelter__in=own), placements__isnull=False
    )
    return here | Q(registered_at__in=own) & ~elsewhere


def _ever_in_own_shelters(user: User) -> Q:
    own = _own_shelters(user)
    here = _persons(Q(placements__voided_at=None), placements__shelter__in=own)
    return here | Q(registered_at__in=own)


def _assigned(user: User) -> Q:
    return _persons(running_on(localdate(), "assignments__"), assignments__user=user)


def _in_assigned_cases(user: User) -> Q:
    assignments = "case_links__case__assignments__"
    return _persons(
        running_on(localdate(), assignments) & Q(case_links__voided_at=None),
        **{f"{assignments}user": user},
    )


REACH_BY_ROLE: Final[dict[str, Callable[[User], Q]]] = {
    Role.SHELTER_WORKER: _in_own_shelters_lately,
    Role.SHELTER_MANAGER: _ever_in_own_shelters,
    Role.ASSISTANCE_WORKER: _assigned,
    Role.POLICE_INVESTIGATOR: _in_assigned_cases,
}


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

    code = models.CharField(_("code"), max_length=32, unique=True)
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
        permissions = [
            ("view_every_victim", "Can see every person as a code"),
            ("show_identity", "Can show an identity with a reason"),
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

    def identified_on(self) -> date | None:
        """Return the day of the first decision `identified`; None before it."""
        found = self.decisions.filter(CURRENT, status=Status.IDENTIFIED).aggregate(
            day=Min("decided_on")
        )
        return found["day"]

    def recompute_age(self) -> None:
        """Store the age in whole years on the day of identification.

        Computed from the birth date; where that or the decision is missing the age
        recorded by hand or by a file stays.
        """
        identity = getattr(self, "identity", None)
        day = self.identified_on()
        if identity is None or identity.birth_date is None or day is None:
            return
        self.age_at_identification = whole_years(identity.birth_date, day)
        self.save(update_fields=["age_at_identification"])


def whole_years(born: date, day: date) -> int | None:
    """Return the age in whole years on `day`; None before the birth.

    One born on 29 February is a year older on 1 March of a common year.
    """
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return years if years >= 0 else None
