"""The command `compare_releases`: what differs between two editions of a year."""

from typing import Any, override

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reports.models import Release
from reports.releases.comparing import LIVE, Comparison, Side
from reports.releases.told import as_json, as_text


class Command(BaseCommand):
    """Compares two releases of a year, or one with what the year counts now."""

    help = f"Compare two releases of a year; “{LIVE}” is what it counts now."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        """Take the year and the two sides."""
        parser.add_argument("year", type=int)
        parser.add_argument("before", help=f"the number of a release, or {LIVE}")
        parser.add_argument("after", help=f"the number of a release, or {LIVE}")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    @override
    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the comparison."""
        before, after = (
            side(options["year"], options[name]) for name in ("before", "after")
        )
        tell = as_json if options["format"] == "json" else as_text
        self.stdout.write(tell(Comparison(before, after)))


def side(year: int, name: str) -> Side:
    """Return the release of this number, or the live year."""
    try:
        return Side.named(year, name)
    except Release.DoesNotExist as error:
        raise CommandError(f"{year} has no release {name}.") from error
