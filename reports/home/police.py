"""What the police keep an eye on: each count leads to its list."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts import journal
from accounts.choices import Action
from accounts.models import User
from cases.models import Accused, CriminalCase, WantedNotice
from cases.watch.queries import (
    NO_VERDICT,
    STILL_WANTED,
    changed_since,
    kinds_since,
)
from cases.watch.views import since
from reports.home.blocks import MANY, Block, Number, number

FIRST_ROWS: Final = 8
WATCHES: Final = "cases.view_accused"


def changed(request: HttpRequest, user: User) -> Iterator[Block]:
    """Yield the cases that changed since the user was here last."""
    if not watches(user):
        return
    moment = since(user)
    reached = CriminalCase.objects.visible_to(user).filter(changed_since(moment))
    found = list(reached.order_by("-pk")[:MANY])
    shown = found[:FIRST_ROWS]
    if shown:
        journal.record(request, Action.LISTED, [case.number for case in shown])
    address = reverse("watch:changed")
    yield Block(
        "reports/blocks/changed.html",
        {
            "cases": with_kinds(shown, moment),
            "since": moment,
            "number": Number(_("changed cases"), len(found), address),
        },
        main=True,
    )


def with_kinds(cases: list[CriminalCase], moment: datetime) -> list[Any]:
    """Return the cases, each with what changed in it, in words."""
    kinds = kinds_since(moment, cases) if cases else {}
    return [(case, ", ".join(kinds.get(case.pk, []))) for case in cases]


def watched(_request: HttpRequest, user: User) -> Iterator[Block]:
    """Yield who is wanted still, and who has no verdict yet."""
    if not watches(user):
        return
    wanted = WantedNotice.objects.visible_to(user).filter(STILL_WANTED)
    court = Accused.objects.visible_to(user).filter(NO_VERDICT)
    numbers = [
        number(_("still wanted"), wanted, "watch:wanted"),
        number(_("in court without a verdict"), court, "watch:court"),
    ]
    yield Block(
        "reports/blocks/numbers.html",
        {
            "id": "watched",
            "title": _("To settle"),
            "numbers": [one for one in numbers if one.total],
            "empty": _("Nobody is wanted, and every court has decided."),
        },
    )


def watches(user: Any) -> bool:
    """Return whether the user works on cases, and not only sees them in the office."""
    office = user.has_perm("prevention.view_agencyreturn")
    return user.has_perm(WATCHES) and not office
