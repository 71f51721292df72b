"""Who opened, listed, searched, showed, changed or exported which codes, and why.

An entry is written in the transaction of the access itself: no entry, no data. A
refusal is written after its transaction was rolled back, so that it stays.
"""

import re
from collections.abc import Iterable
from typing import Final

from django.http import HttpRequest

from accounts.choices import Action
from accounts.models import JournalEntry, User

LONGEST_CODE: Final = 64
CODE_PARTS: Final = frozenset({"code", "number", "username"})
LOOKS_LIKE_A_CODE: Final = re.compile(r"(?=.*[0-9])[A-Za-z0-9_./-]{1,64}")


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
    return JournalEntry.objects.create(
        user_id=user.pk,
        username=user.get_username(),
        role=user.role if isinstance(user, User) else "",
        action=action,
        page=match.view_name if match else "",
        codes=[code[:LONGEST_CODE] for code in codes],
        fields=list(fields),
        reason=reason,
    )


def record_refusal(request: HttpRequest) -> JournalEntry:
    """Keep that a page was refused, with the codes its address names."""
    match = request.resolver_match
    asked = match.kwargs.items() if match else ()
    codes = [str(value) for name, value in asked if is_code(name, str(value))]
    return record(request, Action.REFUSED, codes)


def is_code(name: str, value: str) -> bool:
    """Tell whether a part of an address is a code: a name typed there is not kept."""
    return name in CODE_PARTS and bool(LOOKS_LIKE_A_CODE.fullmatch(value))
