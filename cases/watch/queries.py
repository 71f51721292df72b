"""Which cases were changed, who is wanted still, and whom no court has judged yet."""

from datetime import datetime
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet, Value

from cases.models import (
    Accused,
    CaseVictim,
    CriminalCase,
    CriminalGroup,
    Offence,
    Verdict,
    WantedNotice,
)
from reference.records import CURRENT, Among

LATEST: Final = 1000  # events of a kind that are looked through; nobody reads on
OF_CASE: Final[dict[Any, str]] = {
    CriminalCase: "pgh_obj",
    Offence: "case",
    CriminalGroup: "case",
    Accused: "case",
    CaseVictim: "case",
    Verdict: "accused__case",
    WantedNotice: "accused__case",
}


def changed_since(moment: datetime) -> Q:
    """Match the cases that changed, or a record of theirs did, after `moment`.

    Their keys are read once, as an array: so the newest of them are found first.
    """
    first, *others = (_events(model, path, moment) for model, path in OF_CASE.items())
    return CURRENT & Q(Among("pk", ArraySubquery(first.union(*others))))


def kinds_since(moment: datetime, cases: list[CriminalCase]) -> dict[int, list[str]]:
    """Return what changed in each of the cases after `moment`: offence, verdict..."""
    keys = [case.pk for case in cases]
    first, *others = (
        _events(model, path, moment)
        .filter(**{f"{path}__in": keys})
        .values_list(path, Value(place))
        for place, (model, path) in enumerate(OF_CASE.items())
    )
    names = [str(model._meta.verbose_name) for model in OF_CASE]
    found: dict[int, list[str]] = {}
    for key, place in sorted(first.union(*others)):
        found.setdefault(key, []).append(names[place])
    return found


def _events(model: Any, path: str, moment: datetime) -> QuerySet[Any]:
    events = model.pgh_event_model.objects
    latest = events.order_by("-pgh_id").values("pk")[:LATEST]
    found = events.filter(Among("pk", ArraySubquery(latest)), pgh_created_at__gt=moment)
    return found.order_by().values(path)  # type: ignore[no-any-return]


STILL_WANTED: Final = CURRENT & Q(
    closed_on=None, accused__voided_at=None, accused__case__voided_at=None
)
"""Notices that nobody has closed."""

NO_VERDICT: Final = (
    CURRENT
    & Q(sent_to_court_on__isnull=False, case__voided_at=None, case__isnull=False)
    & ~Exists(Verdict.objects.filter(CURRENT, accused=OuterRef("pk")))
)
"""Accused persons sent to court of whom no verdict is recorded."""
