"""To whom a deadline of a person can be handed over."""

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from accounts.choices import Role
from accounts.models import User
from reference.models import Shelter
from reference.records import CURRENT
from victims.models import Assignment, Victim

STAFF = (Role.SHELTER_WORKER, Role.SHELTER_MANAGER)


def candidates(victim: Victim) -> QuerySet[User]:
    """Return the active workers of the person's shelters, and those assigned to him.

    Some of them may not reach the person any more: `reaches` has the last word.
    """
    stays = victim.placements.filter(CURRENT).values("shelter")
    shelters = Shelter.objects.filter(Q(pk__in=stays) | Q(pk=victim.registered_at_id))
    assigned = Assignment.objects.running_on(localdate()).filter(victim=victim)
    staff = Q(role__in=STAFF, shelters__in=shelters)
    centre = Q(role=Role.ASSISTANCE_WORKER, pk__in=assigned.values("user"))
    people: QuerySet[User] = User.objects.filter(staff | centre, is_active=True)
    return people.distinct()


def reaches(user: User, victim: Victim) -> bool:
    """Return whether the person is within the user's reach."""
    return Victim.objects.visible_to(user).filter(pk=victim.pk).exists()
