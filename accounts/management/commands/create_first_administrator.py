"""`manage.py create_first_administrator`: the account that makes all others."""

import getpass
import sys
from argparse import ArgumentParser
from typing import Any, Final, override

import pghistory
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from accounts.choices import Role
from accounts.models import User

ROLES: Final = (Role.SYSTEM_ADMINISTRATOR, Role.ADMINISTRATOR)


class Command(BaseCommand):
    """Makes the first system administrator, or the first administrator."""

    help = (
        "Make the first system administrator, who creates accounts, or with "
        "--role administrator the first administrator, who gives them roles. "
        "The password is asked for, or read from standard input."
    )
    requires_migrations_checks = True

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--role", choices=[*map(str, ROLES)], default=str(ROLES[0]))

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        role = Role(options["role"])
        if User.objects.filter(role=role).exists():
            raise CommandError(
                f"There is a {role.value} already, who makes the next account on the "
                "site: this command makes only the first."
            )
        user = User(
            username=options["username"],
            role=role,
            is_staff=role is Role.SYSTEM_ADMINISTRATOR,
        )
        with pghistory.context(command="create_first_administrator"):
            self._save(user, _typed_password())
        self.stdout.write(f"{user.username} is the first {role.value}.")

    def _save(self, user: User, password: str) -> None:
        try:
            user.full_clean(exclude=["password"])
            validate_password(password, user)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        user.set_password(password)
        user.save()


def _typed_password() -> str:
    """Return the password: typed twice at a terminal, else a line of the input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    password = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != password:
        raise CommandError("These are two different passwords: no account was made.")
    return password
