"""Who opened, listed, searched, showed, changed or exported which codes, and why.

An entry is written in the transaction of the access itself: no entry, no data. A
refusal is written after its transaction was rolled back, so that it stays.
"""

from collections.abc import Iterable

from django.http import HttpRequest

from accounts.choices import Action
from accounts.models import JournalEntry, User

LONGEST_CODE = 64


def record(
    request: HttpRequest,
    action: Action,
    codes: Iterable[str] = (),
    *,
    fields: Iterable[str] = (),
    reason: str = "",
) -> JournalEntry:
    """Keep one access of the signed-in user: codes and field names, never values."""
    user = request.user
    match = request.resolver_match
    known = isinstance(user, User)
    return JournalEntry.objects.create(
        user_id=user.pk,
        username=user.get_username(),
        role=user.role if known else "",
        action=action,
        page=match.view_name if match else "",
        codes=[code[:LONGEST_CODE] for code in codes],
        fields=list(fields),
        reason=reason,
    )


def record_refusal(request: HttpRequest) -> JournalEntry:
    """Keep that a page was refused, with the codes its address names."""
    match = request.resolver_match
    asked = match.kwargs.values() if match else ()
    codes = [str(value) for value in asked if any(map(str.isdigit, str(value)))]
    return record(request, Action.REFUSED, codes)
