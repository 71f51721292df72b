"""The command `import_earlier_years`: figures of 2005 to the register, from a CSV."""

from pathlib import Path
from typing import Any, override

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from accounts.choices import Action
from reports.legacy.importing import import_years
from reports.releases.persons import keep, user_named


class Command(BaseCommand):
    """Enters every line of the file in a user's name, or none of them."""

    help = "Import figures of earlier years: figure,year,value,source."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file and the user."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--entered-by", required=True, metavar="USER")

    @override
    def handle(self, *_args: Any, **options: Any) -> None:
        """Import the file."""
        user = user_named(options["entered_by"])
        try:
            content = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(
                f"{options['file']} cannot be read: {error.strerror}."
            ) from error
        try:
            with transaction.atomic():
                done = import_years(content, user)
                keep(user, Action.IMPORTED, "import_earlier_years", "earlier years")
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        self.stdout.write(f"Entered: {done.added}; there already: {done.unchanged}.")
