"""Users and the shelters they work in."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, ClassVar, Final, Self, override

import pghistory
from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from accounts.choices import Language, Role
from accounts.roles import NEEDS_SECOND_FACTOR, PERMISSIONS, SEES_COARSENED
from reference.models import Organisation, Shelter
from reference.records import known_codes

ONE_TIME_PASSWORD_LASTS: Final = timedelta(days=3)
ONE_TIME_PASSWORD_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"  # noqa: S105
ONE_TIME_PASSWORD_LENGTH: Final = 20


class UserQuerySet(models.QuerySet["User"]):
    """Groups of users."""

    def visible_to(self, user: "User") -> Self:
        """Return all accounts to those who look after accounts, none to others."""
        return self if user.has_perm("accounts.view_user") else self.none()


class Users(UserManager.from_queryset(UserQuerySet)["User"]):  # type: ignore[misc]
    """Makes users; a new one holds no role until somebody gives it."""

    use_in_migrations = False


@pghistory.track(exclude=["password", "last_login", "uses_keys", "welcomed_at"])
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
    uses_keys = models.BooleanField(_("single keys do something"), default=True)
    one_time_password_until = models.DateTimeField(
        _("one-time password good until"), null=True, blank=True, editable=False
    )
    welcomed_at = models.DateTimeField(
        _("first visit explained at"), null=True, blank=True, editable=False
    )

    objects: ClassVar[Users] = Users()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["username"]
        permissions = [("give_role", "Can give a role to another user")]
        constraints = [
            *known_codes("user", role=Role.values),
            models.UniqueConstraint(
                Lower("username"),
                name="user_name_once_in_any_case",
                violation_error_message=_("Another account has this user name."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @property
    def journal_code(self) -> str:
        """Return the name by which the journal of access knows this account."""
        return self.username

    @property
    def journal_codes(self) -> list[str]:
        """Return the names that the journal keeps where this account was opened."""
        return [self.journal_code]

    @property
    def needs_second_factor(self) -> bool:
        """Return whether the role has to show a second factor."""
        return self.role in NEEDS_SECOND_FACTOR

    @property
    def sees_coarsened(self) -> bool:
        """Return whether the role sees age groups and months, no years and days."""
        return self.role in SEES_COARSENED

    def give_one_time_password(self) -> str:
        """Set and return a password that its user must replace, and soon."""
        password = get_random_string(
            ONE_TIME_PASSWORD_LENGTH, ONE_TIME_PASSWORD_LETTERS
        )
        self.set_password(password)
        self.one_time_password_until = timezone.now() + ONE_TIME_PASSWORD_LASTS
        self.save()
        return password

    @property
    def one_time_password_ran_out(self) -> bool:
        """Return whether the one-time password came to its end unused."""
        until = self.one_time_password_until
        return until is not None and until < timezone.now()

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


through: Any = User.shelters.through


@pghistory.track(
    pghistory.InsertEvent("added"), pghistory.DeleteEvent("removed"), obj_field=None
)
class UserShelter(through):  # type: ignore[misc]
    """A user works in a shelter; kept only to follow who was added and removed."""

    class Meta:
        proxy = True
