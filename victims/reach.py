"""Which persons a role reaches, by stays, registration, assignments and cases."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Exists,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.lookups import IsNull
from django.utils.timezone import localdate

from accounts.choices import Role
from accounts.models import User
from reference.records import CURRENT, Among, running_on

REACH_AFTER_STAY: Final = timedelta(days=90)

type Persons = type[Model]


def within_reach(persons: Persons, user: User) -> Q:
    """Match the persons of the user's role; a role that is not here reaches none."""
    reach = REACH_BY_ROLE.get(user.role)
    return reach(persons, user) if reach else Q(pk__in=[])


def reaches_few(user: User) -> bool:
    """Return whether the persons of the user's role are few enough to look up first."""
    return user.role in REACH_BY_ROLE and not getattr(user, "reaches_many", False)


def closed_to(persons: Persons, user: User) -> Q:
    """Match the persons whose file an order suspends that does not name the user."""
    orders = records(persons, "suspension_orders").in_force_on(localdate())
    return Q(pk__in=orders.exclude(open_to=user).values("victim"))


def records(persons: Persons, name: str) -> Any:
    """Return the current records that refer to persons under this name."""
    related: Any = persons._meta.get_field(name).related_model
    return related.objects.filter(CURRENT)


def own_shelters(user: User) -> QuerySet[Any, Any]:
    """Return the keys of the shelters that the user works in."""
    staff: Any = User._meta.get_field("shelters").remote_field.through
    keys: QuerySet[Any, Any] = staff.objects.filter(user=user).values("shelter")
    return keys


def in_own_shelters(user: User, field: str) -> Among:
    """Match where the field is a shelter that the user works in.

    The keys are read once, as an array: so an index finds a person's stay in them.
    """
    return Among(field, ArraySubquery(own_shelters(user)))


def _stays(persons: Persons, user: User, since: date = date.min) -> Any:
    """Return the stays in the user's shelters that run, or ended since then."""
    stays = records(persons, "placements").filter(in_own_shelters(user, "shelter"))
    lately = Q(left_on=None) | Q(left_on__gte=since)
    return stays if since == date.min else stays.filter(lately)


def _in_own_shelters_lately(persons: Persons, user: User) -> Q:
    """Match a stay now or of late, or registered here and not placed elsewhere.

    These are few, and looked up first: a list does not ask every person.
    """
    elsewhere = records(persons, "placements").filter(
        ~Q(in_own_shelters(user, "shelter")), victim=OuterRef("pk")
    )
    waiting = _registered(persons, user).filter(~Q(Exists(elsewhere)))
    stays = _stays(persons, user, localdate() - REACH_AFTER_STAY)
    return Q(pk__in=_either(stays, waiting))


def _ever_in_own_shelters(persons: Persons, user: User) -> Q:
    """Match any stay in the user's shelters, or registered there.

    A few are looked up first. Where they are many each person that a list comes to is
    asked for, by a subquery of one value: another would read all stays beforehand.
    """
    if reaches_few(user):
        few = _either(_stays(persons, user), _registered(persons, user))
        return Q(Among("pk", ArraySubquery(few.order_by())))
    own = _stays(persons, user).filter(victim=OuterRef("pk")).order_by()
    stayed = IsNull(Subquery(own.values("pk")[:1]), False)
    return Q(stayed) | Q(in_own_shelters(user, "registered_at"))


def _registered(persons: Persons, user: User) -> Any:
    return persons._base_manager.filter(in_own_shelters(user, "registered_at"))


def _either(records: Any, persons: Any) -> Any:
    """Return the keys of the persons whom the records are of, and of the persons."""
    keys = persons.order_by().values("pk")
    return records.order_by().values("victim").union(keys, all=True)


def _assigned(persons: Persons, user: User) -> Q:
    """Match an assignment to the user that runs today."""
    own = records(persons, "assignments").filter(running_on(localdate()), user=user)
    return Q(pk__in=own.values("victim"))


def _in_assigned_cases(persons: Persons, user: User) -> Q:
    """Match victims in a case that is assigned to the user today."""
    links = records(persons, "case_links").filter(
        running_on(localdate(), "case__assignments__"), case__assignments__user=user
    )
    return Q(pk__in=links.values("victim"))


REACH_BY_ROLE: Final[dict[str, Callable[[Persons, User], Q]]] = {
    Role.SHELTER_WORKER: _in_own_shelters_lately,
    Role.SHELTER_MANAGER: _ever_in_own_shelters,
    Role.ASSISTANCE_WORKER: _assigned,
    Role.POLICE_INVESTIGATOR: _in_assigned_cases,
}
