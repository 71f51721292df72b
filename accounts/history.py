"""What was changed in an account: who, when, from which value to which."""

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext as _

from accounts.models import User, UserShelter
from thb.history import (
    CHANGED,
    CREATED,
    Change,
    Difference,
    differences,
    steps,
    user_of,
    users,
)

HIDDEN: Final = frozenset({"one_time_password_until"})
EVENTS: Final[Any] = User.pgh_event_model  # type: ignore[attr-defined]
MOVES: Final[Any] = UserShelter.pgh_event_model


def changes_of(user: User) -> list[Change]:
    """Return the changes of the account and of its shelters, the newest first."""
    fields = list(steps(EVENTS.objects.filter(pgh_obj=user)))
    shelters = MOVES.objects.filter(user=user)
    moves = list(shelters.select_related("shelter"))
    names = users([*(event for event, _before in fields), *moves])
    told = [*_of_fields(fields, names), *_of_shelters(moves, names)]
    return sorted(told, key=lambda change: change.at)[::-1]


def _of_fields(
    fields: list[tuple[Any, Any]], names: dict[int, str]
) -> Iterator[Change]:
    for event, before in fields:
        changed = list(differences(event, before, HIDDEN)) if before else []
        yield _change(event, names, CHANGED if before else CREATED, changed)


def _of_shelters(moves: list[Any], names: dict[int, str]) -> Iterator[Change]:
    for event in moves:
        place = str(event.shelter)
        values = (place, "") if event.pgh_label == "removed" else ("", place)
        moved = Difference(_("shelter"), *values, secret=False)
        yield _change(event, names, CHANGED, [moved])


def _change(
    event: Any, names: dict[int, str], deed: Any, changed: list[Difference]
) -> Change:
    who = names.get(user_of(event) or 0, _("From a file or a command"))
    return Change(event.pgh_created_at, who, _("user"), "", deed, changed)
