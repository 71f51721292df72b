"""Which persons a role reaches, by stays, registration, assignments and cases."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from accounts.choices import Role
from accounts.models import User
from reference.models import Shelter
from reference.records import CURRENT, running_on

REACH_AFTER_STAY: Final = timedelta(days=90)

type Persons = type[Model]


def within_reach(persons: Persons, user: User) -> Q:
    """Match the persons of the user's role; a role that is not here reaches none."""
    reach = REACH_BY_ROLE.get(user.role)
    return reach(persons, user) if reach else Q(pk__in=[])


def closed_to(persons: Persons, user: User) -> Q:
    """Match the persons whose file an order suspends that does not name the user."""
    orders = records(persons, "suspension_orders").in_force_on(localdate())
    return Q(pk__in=orders.exclude(open_to=user).values("victim"))


def records(persons: Persons, name: str) -> Any:
    """Return the current records that refer to persons under this name."""
    related: Any = persons._meta.get_field(name).related_model
    return related.objects.filter(CURRENT)


def own_shelters(user: User) -> QuerySet[Shelter, Any]:
    """Return the keys of the shelters that the user works in."""
    return Shelter.objects.filter(staff=user).values("pk")


def _stays(persons: Persons, user: User, since: date = date.min) -> Any:
    """Return the stays in the user's shelters that run, or ended since then."""
    lately = Q(left_on=None) | Q(left_on__gte=since)
    return records(persons, "placements").filter(lately, shelter__in=own_shelters(user))


def _in_own_shelters_lately(persons: Persons, user: User) -> Q:
    """Match a stay now or of late, or registered here and not placed elsewhere.

    These are few, and looked up first: a list does not ask every person.
    """
    own = own_shelters(user)
    elsewhere = records(persons, "placements").filter(victim=OuterRef("pk"))
    nowhere_else = ~Q(Exists(elsewhere.exclude(shelter__in=own)))
    waiting = persons._base_manager.filter(nowhere_else, registered_at__in=own)
    stays = _stays(persons, user, localdate() - REACH_AFTER_STAY).order_by()
    few = stays.values("victim").union(waiting.order_by().values("pk"), all=True)
    return Q(pk__in=few)


def _ever_in_own_shelters(persons: Persons, user: User) -> Q:
    """Match any stay in the user's shelters, or registered there.

    These may be all persons: each that a list comes to is asked for.
    """
    stayed = Exists(_stays(persons, user).filter(victim=OuterRef("pk")))
    return Q(stayed) | Q(registered_at__in=own_shelters(user))


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
