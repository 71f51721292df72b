"""What the system administrator and the auditor look at first."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models.functions import Lower
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.choices import Action
from accounts.models import JournalEntry, User
from reference.models import Term
from reference.terms import title_of
from reports.home.blocks import Block, number

LAST_DAYS: Final = timedelta(days=7)
LOOKED_AT: Final = {
    Action.REFUSED: _("refusals"),
    Action.SHOWED: _("identities shown"),
    Action.SIGN_IN_FAILED: _("failed sign-ins"),
}


def terms(_request: HttpRequest, user: User) -> Iterator[Block]:
    """Yield the terms that have no length, each with the page to give it one."""
    if user.has_perm("reference.change_term"):
        found = Term.objects.current().unconfirmed().order_by("title")
        page = "admin:reference_term_change"
        links = [
            {"url": reverse(page, args=[term.pk]), "title": title_of(term)}
            for term in found
        ]
        yield Block("reports/blocks/terms.html", {"links": links}, main=True)


def accounts(_request: HttpRequest, user: User) -> Iterator[Block]:
    """Yield the accounts that have no role, and those that are locked for now."""
    if user.has_perm("accounts.add_user"):
        without = User.objects.filter(role="", is_active=True)
        counted = number(
            _("accounts without a role"), without, "users:list", role="none"
        )
        shown = {"number": counted if counted.total else None, "locked": locked()}
        yield Block("reports/blocks/accounts.html", shown)


def locked() -> list[User]:
    """Return the users who cannot sign in now, after too many wrong passwords."""
    since = timezone.now() - timedelta(hours=settings.AXES_COOLOFF_TIME)
    tried = AccessAttempt.objects.filter(
        failures_since_start__gte=settings.AXES_FAILURE_LIMIT, attempt_time__gt=since
    )
    names = tried.annotate(name=Lower("username")).values("name")
    return list(User.objects.annotate(name=Lower("username")).filter(name__in=names))


def watched(_request: HttpRequest, user: User) -> Iterator[Block]:
    """Yield the refusals, reveals and failed sign-ins of the last seven days."""
    if not user.has_perm("accounts.view_journalentry"):
        return
    first = localdate() - LAST_DAYS
    entries = JournalEntry.objects.since(first)
    numbers = [
        number(
            words,
            entries.of(action),
            "journal",
            action=action.value,
            since=f"{first:%d.%m.%Y}",
        )
        for action, words in LOOKED_AT.items()
    ]
    yield Block(
        "reports/blocks/numbers.html",
        {
            "id": "journal",
            "title": _("The last 7 days"),
            "numbers": [one for one in numbers if one.total],
            "empty": _("No refusal, no identity shown, no failed sign-in."),
        },
        main=True,
    )
