"""Who cares for a person now: the shelter of the stay, and the assigned worker."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate

from accounts.models import User
from reference.records import CURRENT, running_on
from victims.reach import Persons, own_shelters, records


def cared_for_by(persons: Persons, user: User) -> Q:
    """Match the persons for whom the user cares today.

    Those who stay in the user's shelters, those registered there who stay nowhere yet,
    and those whose file is assigned to the user.
    """
    own = own_shelters(user)
    stays: Any = records(persons, "placements").filter(victim=OuterRef("pk"))
    here = stays.filter(CURRENT, left_on=None, shelter__in=own)
    assigned = records(persons, "assignments").filter(
        running_on(localdate()), user=user, victim=OuterRef("pk")
    )
    not_placed_yet = Q(registered_at__in=own) & ~Q(Exists(stays))
    return Q(Exists(here)) | not_placed_yet | Q(Exists(assigned))
