"""The spans in which deadlines are told: late, today, within a week, later."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from django.db.models import F, Q

WEEK: Final = timedelta(days=7)


def spans(today: date) -> dict[str, Q]:
    """Return what is late, due today, within seven days, or later and warned of."""
    return {
        "late": Q(due_on__lt=today),
        "today": Q(due_on=today),
        "week": Q(due_on__gt=today, due_on__lte=today + WEEK),
        "later": Q(
            due_on__gt=today + WEEK, warned_on__lte=today, warned_on__lt=F("due_on")
        ),
    }


class Near(NamedTuple):
    """A deadline of a span of `spans`, as little as a count and an order need."""

    span: str
    due_on: date
    key: int


def by_day(found: Iterable[Near], today: date) -> list[Near]:
    """Return the deadlines by how far off they are; of one day as they came."""
    return sorted(found, key=lambda near: abs(near.due_on - today))


def by_nearness(found: Iterable[Near], today: date) -> list[Near]:
    """Return the deadlines by how far off they are, those of one day by their keys."""
    return sorted(found, key=lambda near: (abs(near.due_on - today), near.key))
