"""What the commands of frozen years share: who acts, and what is kept of it."""

import getpass

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import CommandError

from accounts.choices import Action
from accounts.models import JournalEntry, User
from reports.checks import Check
from reports.models import Release
from reports.releases.freezing import NotReady


def user_named(name: str) -> User:
    """Return the active user of this name; CommandError where there is none."""
    user: User | None = User.objects.filter(username=name, is_active=True).first()
    if user is None:
        raise CommandError(f"There is no active account {name}.")
    return user


def release_named(year: int, number: int | None) -> Release:
    """Return the release of the year, the latest without a number."""
    releases = Release.objects.of(year)
    found = releases.filter(number=number).first() if number else releases.first()
    if found is None:
        what = f"release {number}" if number else "release"
        raise CommandError(f"{year} has no {what}.")
    return found


def keep(user: User, action: Action, command: str, *fields: str) -> None:
    """Keep in the journal what was done at the terminal in the user's name."""
    JournalEntry.objects.create(
        user_id=user.pk,
        username=user.username,
        role=user.role,
        action=action,
        page=f"terminal:{command}",
        fields=list(fields),
        reason=f"terminal of {getpass.getuser()}"[:300],
    )


def refusal(error: Exception) -> CommandError:
    """Return what stood in the way, in words."""
    if isinstance(error, NotReady):
        return CommandError("\n".join(_left_to_do(error)))
    if isinstance(error, PermissionDenied):
        return CommandError(f"The role may not do this: {error}.")
    if isinstance(error, ValidationError):
        return CommandError(" ".join(error.messages))
    raise error


def _left_to_do(error: NotReady) -> list[str]:
    lines = ["The year cannot be frozen."]
    lines += [f"  to be put right: {_told(check)}" for check in error.blocking]
    lines += [f"  to be explained: {_told(check)}" for check in error.unexplained]
    if error.unexplained:
        lines.append(
            "Explain with --explain CODE=TEXT, or all with --explain-all TEXT."
        )
    return lines


def _told(check: Check) -> str:
    return f"{check.code} (records: {check.records}): {check.sentence}"
