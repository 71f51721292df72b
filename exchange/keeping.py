"""What the journal keeps of a register in or out: codes, never values."""

import getpass
from collections.abc import Callable, Iterable, Iterator
from itertools import batched
from typing import Final

from accounts.choices import Action
from accounts.models import JournalEntry
from exchange.choices import Layout
from exchange.sheets import IDENTITY
from victims.models import Victim

type Keep = Callable[[Iterable[str]], object]

CODES_OF_AN_ENTRY: Final = 1_000


def at_terminal(action: Action, fields: Iterable[str] = ()) -> Keep:
    """Return what keeps an access by whoever sits at the terminal of the server."""

    def keep(codes: Iterable[str]) -> JournalEntry:
        return JournalEntry.objects.create(
            username=getpass.getuser()[:150],
            action=action,
            page=f"terminal:{action}",
            codes=list(codes),
            fields=list(fields),
        )

    return keep


def keep_codes(keep: Keep, codes: Iterable[str]) -> None:
    """Keep codes, so many an entry; without any, keep the access itself."""
    entries = 0
    for some in batched(codes, CODES_OF_AN_ENTRY, strict=False):
        keep(some)
        entries += 1
    if not entries:
        keep(())


def exported_codes() -> Iterator[str]:
    """Yield the codes of the persons that an export tells of."""
    codes = Victim.objects.current().order_by("code").values_list("code", flat=True)
    return codes.iterator()


def exported_fields(layout: str, *, with_identity: bool) -> list[str]:
    """Return what an export gave away: its layout, and the fields of the identity."""
    return [Layout(layout).value, *(IDENTITY if with_identity else ())]
