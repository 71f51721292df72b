"""Records of a file that only some of those who reach the person may read."""

from typing import Self, override

from django.db import models
from django.db.models import Q

from accounts.models import User
from victims.care import cared_for_by
from victims.choices import Readers
from victims.models.victim import Victim, VictimRecordQuerySet


class ReadersQuerySet[M: models.Model](VictimRecordQuerySet[M]):
    """Records with `readers` and an `author`, who always may read what is his."""

    @override
    def visible_to(self, user: User) -> Self:
        """Return the records within reach that are open to the user."""
        cared_for = Victim.objects.filter(cared_for_by(Victim, user)).values("pk")
        open_to = Q(readers=Readers.ALL) | Q(author=user.pk) | Q(victim__in=cared_for)
        return super().visible_to(user).filter(open_to)
