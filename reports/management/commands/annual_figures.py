"""The command `annual_figures`: the figures of a year as a table, JSON, CSV or XLSX."""

from pathlib import Path
from typing import Any, Final, override

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reports.editions import Edition, draft_of, edition_of
from reports.export.document import as_json
from reports.export.rows import as_csv
from reports.export.table import as_table
from reports.export.workbook import as_xlsx
from reports.models import Release

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 9998


class Command(BaseCommand):
    """Counts the figures of a year and prints them, or writes them to a file."""

    help = "Count the annual figures of a year."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        """Take the year, the format and the file."""
        parser.add_argument("year", type=int)
        parser.add_argument(
            "--format", choices=["table", "json", "csv", "xlsx"], default="table"
        )
        asked = parser.add_mutually_exclusive_group()
        asked.add_argument(
            "--live", action="store_true", help="as it counts now, frozen or not"
        )
        asked.add_argument("--release", type=int, help="the number of a release")
        parser.add_argument("--output", type=Path, help="the file to write")

    @override
    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the figures."""
        year, output = options["year"], options["output"]
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise CommandError(f"The year must be {FIRST_YEAR} to {LAST_YEAR}.")
        if options["format"] == "xlsx" and output is None:
            raise CommandError("Name the file of the workbook: --output FILE.")
        content = written(self.edition(options), options["format"])
        if output is None:
            self.stdout.write(content.decode(), ending="")
            return
        try:
            output.write_bytes(content)
        except OSError as error:
            raise CommandError(
                f"{output} cannot be written: {error.strerror}."
            ) from error

    def edition(self, options: dict[str, Any]) -> Edition:
        """Return the year as it is told: frozen, unless asked otherwise."""
        year, number = options["year"], options["release"]
        if options["live"]:
            return draft_of(year)
        try:
            return edition_of(year, number)
        except Release.DoesNotExist as error:
            raise CommandError(f"{year} has no release {number}.") from error


def written(edition: Edition, form: str) -> bytes:
    """Return the edition in one of the formats."""
    if form == "csv":
        return as_csv(edition.figures).encode()
    if form == "xlsx":
        return as_xlsx(edition)
    text = as_json(edition) if form == "json" else as_table(edition)
    return f"{text}\n".encode()
