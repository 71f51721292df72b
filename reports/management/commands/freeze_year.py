"""The command `freeze_year`: a year is prepared by one user and frozen by another."""

from typing import Any, override

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from accounts.choices import Action
from accounts.models import User
from reports.models import Preparation, Release
from reports.releases import freezing
from reports.releases.counted import Counted, count
from reports.releases.explaining import explain
from reports.releases.persons import keep, refusal, user_named


class Command(BaseCommand):
    """Freezes a year; what was prepared on a page before is taken up."""

    help = "Freeze the figures of a year, prepared by one user, approved by another."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        """Take the year, the two users, the reason and the explanations."""
        parser.add_argument("year", type=int)
        parser.add_argument("--prepared-by", required=True, metavar="USER")
        parser.add_argument("--approved-by", required=True, metavar="USER")
        parser.add_argument("--reason", default="", help="why the year is revised")
        parser.add_argument(
            "--explain", action="append", default=[], metavar="CODE=TEXT"
        )
        parser.add_argument(
            "--explain-all", default="", metavar="TEXT", help="for all that have none"
        )

    @override
    def handle(self, *_args: Any, **options: Any) -> None:
        """Freeze the year, all of it or nothing."""
        preparing = user_named(options["prepared_by"])
        approving = user_named(options["approved_by"])
        try:
            release = self.freeze(options, preparing, approving)
        except (freezing.NotReady, PermissionDenied, ValidationError) as error:
            raise refusal(error) from error
        self.stdout.write(
            f"{release.year} is frozen: release {release.number}, {release.sha256}"
        )

    @transaction.atomic
    def freeze(
        self, options: dict[str, Any], preparing: User, approving: User
    ) -> Release:
        """Explain, prepare and freeze in one transaction."""
        year = options["year"]
        if options["explain"] or options["explain_all"]:
            counted = count(year)
            words = explanations(counted, options["explain"], options["explain_all"])
            explain(counted.figures, words, counted.checks, preparing)
        preparation = prepared(year, preparing, options["reason"])
        keep(preparing, Action.CREATED, "freeze_year", f"prepared {year}")
        release = freezing.freeze(preparation, approving)
        told = f"release {year}-{release.number}"
        keep(approving, Action.CREATED, "freeze_year", told)
        return release


def prepared(year: int, by: User, reason: str) -> Preparation:
    """Return what the user has prepared already, or prepare the year now."""
    found = Preparation.objects.open_of(year)
    if found is None:
        return freezing.prepare(year, by, reason)
    if found.prepared_by != by:
        raise CommandError(f"{year} was prepared by {found.prepared_by.username}.")
    return found


def explanations(counted: Counted, named: list[str], rest: str) -> dict[str, str]:
    """Return the text for each warning; CommandError for what is not one."""
    known = {check.code for check in counted.warnings}
    words = dict.fromkeys((c.code for c in counted.unexplained), rest) if rest else {}
    for pair in named:
        code, equals, text = pair.partition("=")
        if not equals or not text.strip():
            raise CommandError(f"--explain takes CODE=TEXT, not “{pair}”.")
        if code not in known:
            raise CommandError(f"{code} is not a warning of {counted.year}.")
        words[code] = text.strip()
    return words
