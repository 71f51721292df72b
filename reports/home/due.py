"""What is due: the counts, the first rows, and what comes next where nothing is due."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts import journal
from accounts.choices import Action
from accounts.models import User
from assistance.choices import SendingState
from assistance.deadlines.spans import WEEK, Near
from assistance.deadlines.words import rows
from assistance.models import Deadline, Referral, Sending
from assistance.views.due import shown_with
from assistance.views.waiting import WAITING
from reports.home.blocks import MANY, Block, Number, number
from thb.days import long_day
from thb.letters import capfirst
from victims.reach import reaches_few

FIRST_ROWS: Final = 5  # of each span
SPANS: Final = {
    "late": gettext_lazy("late"),
    "today": gettext_lazy("today"),
    "week": gettext_lazy("next 7 days"),
    "later": gettext_lazy("later, with a warning"),
}


def due(request: HttpRequest, user: User) -> Iterator[Block]:
    """Yield what is due for the user's persons; the journal keeps whom it shows."""
    if not user.has_perm("assistance.view_deadline"):
        return
    today = localdate()
    reached = Deadline.objects.visible_to(user)
    nearest = reached.nearest_of_few if reaches_few(user) else reached.nearest
    near = nearest(today, MANY)
    named = user.has_perm("victims.view_given_name")
    found = list(shown_with(reached.filter(pk__in=first(near)), named=named))
    found.sort(key=lambda one: (one.due_on, one.pk))
    if found:
        codes = dict.fromkeys(one.victim.code for one in found)
        journal.record(request, Action.LISTED, codes)
    yield Block(
        "reports/blocks/due.html",
        {
            "rows": rows(found, today, named=named),
            "counts": list(counts(near)),
            "all": reverse("due:list"),
            "nothing": nothing(reached, near, today),
        },
        main=True,
    )


def first(near: list[Near]) -> list[int]:
    """Return of each span the keys of its first rows."""
    spans = {name: [one.key for one in near if one.span == name] for name in SPANS}
    return [key for keys in spans.values() for key in keys[:FIRST_ROWS]]


def counts(near: list[Near]) -> Iterator[Number]:
    """Yield the count of each span with its list; one later only where there is any."""
    tally = Counter(one.span for one in near)
    for name, words in SPANS.items():
        if tally[name] or name != "later":
            address = f"{reverse('due:list')}?when={name}"
            yield Number(words, tally[name], address)


def nothing(reached: Any, near: list[Near], today: date) -> str:
    """Return "Nothing is due today. Next: Thursday, 2 tasks." where that is so."""
    if any(one.due_on <= today for one in near):
        return ""
    words = _("Nothing is due today.")
    following = reached.filter(due_on__gt=today).order_by("due_on", "pk")
    days = list(following.values_list("due_on", flat=True)[:MANY])
    if not days:
        return words
    day, total = days[0], days.count(days[0])
    tasks = ngettext("%d task", "%d tasks", total) % total
    soon = day - today < WEEK
    when = date_format(day, "l") if soon else long_day(day)
    return f"{words} " + _("Next: %(day)s, %(tasks)s.") % {
        "day": capfirst(when),
        "tasks": tasks,
    }


def waiting(_request: HttpRequest, user: User) -> Iterator[Block]:
    """Yield the referrals that wait: for our answer, and for what came of them."""
    if not user.has_perm("assistance.change_referral"):
        return
    yield Block(
        "reports/blocks/numbers.html",
        {
            "id": "waiting",
            "title": gettext_lazy("Referrals"),
            "numbers": [found for found in referrals(user) if found.total],
            "empty": gettext_lazy("Every referral has its outcome."),
        },
    )


def referrals(user: User) -> Iterator[Number]:
    """Yield what was sent to us first: somebody waits for the answer."""
    if user.has_perm("assistance.receive_sending"):
        sent = Sending.objects.received_by(user).filter(state=SendingState.SENT)
        words = gettext_lazy("referrals sent to us, to be answered")
        yield number(words, sent, "inbox:list")
    found = Referral.objects.visible_to(user).filter(WAITING)
    words = gettext_lazy("referrals waiting for an outcome")
    yield number(words, found, "due:referrals")
