"""The journal of access, which nobody can change."""

from datetime import date, datetime, time, timedelta
from typing import Final, Self

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.choices import Action, Role
from accounts.models.user import User

APPEND_ONLY: Final = [
    pgtrigger.Protect(
        name="append_only", operation=pgtrigger.Update | pgtrigger.Delete
    ),
    pgtrigger.Trigger(
        name="never_emptied",
        operation=pgtrigger.Truncate,
        when=pgtrigger.Before,
        level=pgtrigger.Statement,
        func="RAISE EXCEPTION 'the journal of access is never emptied';",
    ),
]


class JournalEntryQuerySet(models.QuerySet["JournalEntry"]):
    """Entries of the journal, newest first."""

    def naming(self, code: str) -> Self:
        """Return the entries that name the code, typed in any letters."""
        return self.filter(codes__overlap=[code, code.upper()])

    def looked_at(self, code: str) -> Self:
        """Return who opened, found or changed the record; lists are left out."""
        return self.naming(code).exclude(action=Action.LISTED)

    def by(self, username: str) -> Self:
        """Return the entries of what the user did, in whatever capitals he is named."""
        ids = User.objects.filter(username__iexact=username).values("pk")
        return self.filter(user_id__in=ids)

    def of(self, action: str) -> Self:
        """Return the entries of one action."""
        return self.filter(action=action)

    def since(self, day: date) -> Self:
        """Return the entries of the day and later, in Asia/Baku."""
        return self.filter(at__gte=_midnight(day))

    def until(self, day: date) -> Self:
        """Return the entries of the day and earlier, in Asia/Baku."""
        return self.filter(at__lt=_midnight(day + timedelta(days=1)))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


class JournalEntry(models.Model):
    """Who opened, listed, searched, showed, changed or exported what, and why.

    Codes and names of fields only, never a value. `user_id` is a plain number, so that
    the entry outlives the account.
    """

    at = models.DateTimeField(_("when"), auto_now_add=True)
    user_id = models.BigIntegerField(_("user"), null=True)
    username = models.CharField(_("user name"), max_length=150, blank=True)
    role = models.CharField(_("role"), max_length=24, choices=Role, blank=True)
    action = models.CharField(_("action"), max_length=16, choices=Action)
    page = models.CharField(_("page"), max_length=100, blank=True)
    codes = ArrayField(
        models.CharField(max_length=64), verbose_name=_("codes"), default=list
    )
    fields = ArrayField(
        models.CharField(max_length=64), verbose_name=_("fields"), default=list
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = JournalEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("journal entry")
        verbose_name_plural = _("journal entries")
        ordering = ["-pk"]
        default_permissions = ["view"]
        indexes = [
            GinIndex(name="journal_codes", fields=["codes"]),
            models.Index(name="journal_user", fields=["user_id", "-id"]),
            models.Index(name="journal_action", fields=["action", "-id"]),
            models.Index(name="journal_at", fields=["at"]),
        ]
        triggers = APPEND_ONLY

    def __str__(self) -> str:
        return f"{self.action} {self.page}"

    @property
    def look(self) -> tuple[str, str, str, date]:
        """Return what entries of one sitting share: who, what, on which day."""
        day = timezone.localdate(self.at)
        return self.username, self.role, self.action, day
