"""The command `verify_releases`: whether every frozen year is what was frozen."""

from typing import Any, override

from django.core.management.base import BaseCommand, CommandError

from reports.models import Release
from reports.releases.verifying import faults


class Command(BaseCommand):
    """Computes each hash again, and counts the records of each figure again."""

    help = "Verify the hashes, the chain and the records of all frozen years."

    @override
    def handle(self, *_args: Any, **_options: Any) -> None:
        """Name what differs; exit with 1 where something does."""
        if found := list(faults()):
            raise CommandError("\n".join(found))
        number = Release.objects.count()
        self.stdout.write(f"Releases verified: {number}")
