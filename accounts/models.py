"""Users, the journal of access, and posts that were already carried out."""

from collections.abc import Iterable
from typing import Final, override

import pghistory
import pgtrigger
from django.contrib.auth.models import AbstractUser, UserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.choices import Action, Language, Role
from accounts.roles import PERMISSIONS
from reference.models import Organisation, Shelter
from reference.records import known_codes


@pghistory.track(exclude=["password", "last_login"])
class User(AbstractUser):
    """A person who signs in, with one role and the places that role reaches."""

    role = models.CharField(_("role"), max_length=24, choices=Role, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="users",
        null=True,
        blank=True,
        verbose_name=_("organisation"),
    )
    shelters = models.ManyToManyField(
        Shelter, related_name="staff", blank=True, verbose_name=_("shelters")
    )
    language = models.CharField(
        _("language"), max_length=2, choices=Language, default=Language.AZERBAIJANI
    )

    objects: UserManager["User"] = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["username"]
        permissions = [("give_role", "Can give a role to another user")]
        constraints = known_codes("user", role=Role.values)

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @override
    def get_all_permissions(self, _obj: object = None) -> set[str]:
        """Return what the role may do; groups and superuser status add nothing."""
        return set(PERMISSIONS.get(Role(self.role), ())) if self.role else set()

    @override
    def has_perm(self, perm: str, _obj: object = None) -> bool:
        """Return whether an active user's role holds the permission."""
        return self.is_active and perm in self.get_all_permissions()

    @override
    def has_perms(self, perm_list: Iterable[str], _obj: object = None) -> bool:
        """Return whether the role holds them all."""
        return all(self.has_perm(perm) for perm in perm_list)

    @override
    def has_module_perms(self, app_label: str) -> bool:
        """Return whether the role holds any permission of the app."""
        held = self.get_all_permissions()
        return self.is_active and any(p.startswith(f"{app_label}.") for p in held)


class Submission(models.Model):
    """A form that was posted once; the same post again leads to the same address."""

    user = models.ForeignKey(User, models.CASCADE, related_name="submissions")
    key = models.UUIDField()
    address = models.CharField(max_length=300, blank=True)
    posted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="submission_posted_once", fields=["user", "key"]
            )
        ]

    def __str__(self) -> str:
        return str(self.key)


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


class JournalEntry(models.Model):
    """Who opened, listed, searched, showed, changed or exported what, and why.

    Codes and names of fields only, never a value. `user_id` is a plain number, so that
    the entry outlives the account.
    """

    at = models.DateTimeField(_("when"), auto_now_add=True)
    user_id = models.BigIntegerField(_("user"), null=True)
    username = models.CharField(_("user name"), max_length=150, blank=True)
    role = models.CharField(_("role"), max_length=24, blank=True)
    action = models.CharField(_("action"), max_length=16, choices=Action)
    page = models.CharField(_("page"), max_length=100, blank=True)
    codes = ArrayField(
        models.CharField(max_length=64), verbose_name=_("codes"), default=list
    )
    fields = ArrayField(
        models.CharField(max_length=64), verbose_name=_("fields"), default=list
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("journal entry")
        verbose_name_plural = _("journal entries")
        ordering = ["-pk"]
        default_permissions = ["view"]
        indexes = [
            GinIndex(name="journal_codes", fields=["codes"]),
            models.Index(name="journal_user", fields=["user_id", "-id"]),
            models.Index(name="journal_action", fields=["action", "-id"]),
        ]
        triggers = APPEND_ONLY

    def __str__(self) -> str:
        return f"{self.action} {self.page}"
