"""What is due for people, and who has them in hand, for the list of them.

The deadlines stand in an app above, which is asked by its name.
"""

from collections.abc import Iterable
from typing import Any, Final

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce, Concat, NullIf
from django.utils.timezone import localdate

from accounts.models import User
from thb.days import when_words
from thb.letters import capfirst
from victims.models import Assignment, Victim

SEES_DEADLINES: Final = "assistance.view_deadline"


def deadlines(user: User) -> Any:
    """Return what is due and the user's to settle, for people whom a list reached."""
    model: Any = apps.get_model("assistance", "Deadline")
    return model.objects.settled_by(user)


def with_next_due(people: Iterable[Any], user: User) -> None:
    """Give each person `next_due`: the deadline that falls first, if there is any."""
    found = {person.pk: person for person in people}
    due = (
        deadlines(user)
        .filter(victim__in=list(found))
        .order_by("victim_id", "due_on", "pk")
    )
    first = {one.victim_id: one for one in due.distinct("victim_id")}
    for key, person in found.items():
        person.next_due = first.get(key)


def with_workers(people: QuerySet[Victim]) -> QuerySet[Victim]:
    """Return the people with `workers`: who has the file today, the first first."""
    running = Assignment.objects.running_on(localdate()).filter(victim=OuterRef("pk"))
    full = NullIf(Concat("user__first_name", Value(" "), "user__last_name"), Value(" "))
    names = running.order_by("since", "pk").values(
        name=Coalesce(full, F("user__username"))
    )
    return people.annotate(workers=ArraySubquery(names))


def next_due(victim: Any) -> str:
    """Return "3 days late: Pay the allowance"; nothing where nothing is due."""
    if (due := victim.next_due) is None:
        return ""
    return capfirst(due_words(due))


def due_words(due: Any) -> str:
    """Return how far off a deadline is, and what it is."""
    when = when_words(due.days_left(localdate()), due.due_on)
    return f"{when}: {due.get_kind_display()}"


def due_kind(victim: Any) -> str | None:
    """Return the square of what is late or due today; None for what is not."""
    if victim.next_due is None:
        return None
    left = victim.next_due.days_left(localdate())
    if left < 0:
        return "danger"
    return "warn" if left == 0 else None


def workers(victim: Any) -> str:
    """Return who has the person's file in hand."""
    return ", ".join(victim.workers)
