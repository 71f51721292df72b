"""When a user was here last, as the journal of access has it."""

from datetime import datetime

from accounts.choices import Action
from accounts.models import JournalEntry, User


def last_visit(user: User) -> datetime | None:
    """Return the last thing the user did before the present sign-in; None at first."""
    own = JournalEntry.objects.filter(user_id=user.pk)
    signed_in = own.of(Action.SIGNED_IN).order_by("-pk").values("pk")[:1]
    before = own.filter(pk__lt=signed_in).order_by("-pk")
    return before.values_list("at", flat=True).first()
