"""How many codes that nobody has may be typed before one has to wait.

Who links a person to his case reaches that person: codes are not to be guessed.
"""

from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone

from accounts.choices import Action
from accounts.models import JournalEntry, User
from thb import environment

AN_HOUR: Final = timedelta(hours=1)
WRONG_CODES_AN_HOUR: Final = environment.number("WRONG_CODES_AN_HOUR", 10)
PAGE: Final = "cases:victim-add"


def closed_until(user: User) -> datetime | None:
    """Return when the user may type a code again; None for now.

    What the journal keeps of the last hour is counted, one post after the other.
    """
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    wrong = JournalEntry.objects.of(Action.SEARCHED).filter(
        user_id=user.pk, page=PAGE, at__gt=timezone.now() - AN_HOUR
    )
    most = max(WRONG_CODES_AN_HOUR, 1)
    last = list(wrong.order_by("-pk").values_list("at", flat=True)[:most])
    return last[-1] + AN_HOUR if len(last) == most else None
