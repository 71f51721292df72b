"""People sorted by their given names, which only this application can read.

The names are opened in memory and sorted by the Azerbaijani alphabet: an order kept in
the database would tell whoever reads it the names. So many only are sorted that it is
quick; docs/decisions tells more.
"""

from typing import Final

from cryptography.exceptions import InvalidTag
from django.db.models import QuerySet

from thb.letters import alphabetically
from victims.models import Identity, Victim
from victims.sealed import Sealed, unseal

MOST_SORTED: Final = 500
PURPOSE: Final = {f.name: f.purpose for f in Identity.sealed_fields()}["given_name"]

type Sorted = tuple[bool, str, int]


def keys_by_name(people: QuerySet[Victim], *, descending: bool) -> list[int] | None:
    """Return the keys of the people by given name; None where there are too many.

    Somebody without a name comes last, in either order.
    """
    rows = people.order_by().values_list(
        "pk", "identity__row_key", "identity__given_name"
    )
    found = list(rows[: MOST_SORTED + 1])
    if len(found) > MOST_SORTED:
        return None
    named = [(opened(name, key), pk) for pk, key, name in found]
    with_name = sorted((alphabetically(name), pk) for name, pk in named if name)
    nameless = sorted(pk for name, pk in named if not name)
    in_order = with_name[::-1] if descending else with_name
    return [pk for _name, pk in in_order] + nameless


def opened(name: object, row_key: object) -> str:
    """Return the name that was sealed; empty where it cannot be opened."""
    if not isinstance(name, Sealed):
        return ""
    try:
        return unseal(name, PURPOSE, row_key)  # type: ignore[arg-type]
    except InvalidTag:
        return ""
