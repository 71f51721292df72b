"""The command `publish_year`: a frozen year becomes a published one."""

from typing import Any, override

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from accounts.choices import Action
from reports.choices import Stage
from reports.open.publishing import HELD_BACK, publish_openly
from reports.releases.persons import keep, refusal, release_named, user_named


class Command(BaseCommand):
    """Publishes a release, in the name of somebody who did not prepare it."""

    help = "Publish a frozen year; without --published-by, in the approver's name."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        """Take the year, the release and the user."""
        parser.add_argument("year", type=int)
        parser.add_argument("--release", type=int, help="the latest without it")
        parser.add_argument("--published-by", metavar="USER")

    @override
    def handle(self, *_args: Any, **options: Any) -> None:
        """Publish the release."""
        release = release_named(options["year"], options["release"])
        if release.stage == Stage.PUBLISHED:
            raise CommandError(f"Release {release.number} is published already.")
        name = options["published_by"] or release.approved_by.username
        user = user_named(name)
        told = f"release {release.year}-{release.number}"
        try:
            with transaction.atomic():
                _publication, held_back = publish_openly(release, user)
                keep(user, Action.CHANGED, "publish_year", f"published {told}")
        except (PermissionDenied, ValidationError) as error:
            raise refusal(error) from error
        if held_back:
            self.stderr.write(f"{HELD_BACK}\n{', '.join(held_back)}")
        self.stdout.write(f"{told} is published: {release.sha256}")
