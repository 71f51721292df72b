"""Who is signed in, read with how much there is for the user to reach."""

from typing import Any, Final, override

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Exists, OuterRef, Q

from accounts.choices import Role
from accounts.models import User

MANY_STAYS: Final = 3_000


class KnownReach(AuthenticationBackend):  # type: ignore[misc]
    """Signs in as allauth does, and gives the user of a session `reaches_many`.

    It only chooses how a list is asked for (victims/reach.py), never who is in it.
    """

    @override
    def get_user(self, user_id: Any) -> User | None:
        """Return the user of a session, read in one statement; None for no such."""
        staff = User.shelters.through.objects.filter(user=OuterRef("pk"))
        stays = staff.filter(
            shelter__placements__isnull=False, shelter__placements__voided_at=None
        )
        many = Q(role=Role.SHELTER_MANAGER) & Q(Exists(stays[MANY_STAYS:]))
        user = User.objects.filter(pk=user_id).annotate(reaches_many=many).first()
        return user if user and self.user_can_authenticate(user) else None
