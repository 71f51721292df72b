"""The command `annual_figures`: the figures of a year as a table, JSON, CSV or XLSX."""

from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, override

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.timezone import is_aware, make_aware

from reports.editions import Edition, draft_of, edition_of
from reports.export.document import as_json
from reports.export.rows import as_csv
from reports.export.table import as_table
from reports.export.workbook import as_xlsx
from reports.models import Release
from reports.releases.past import NotKnown, edition_as_of, end_of, imported_later

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 9998
LENGTH_OF_A_DAY: Final = len("2020-01-31")


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
        asked.add_argument(
            "--as-of",
            metavar="DAY",
            help="as the register told it at the end of the day, or at a moment",
        )
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
        if options["as_of"]:
            return self.past_edition(year, moment_of(options["as_of"]))
        if options["live"]:
            return draft_of(year)
        try:
            return edition_of(year, number)
        except Release.DoesNotExist as error:
            raise CommandError(f"{year} has no release {number}.") from error

    def past_edition(self, year: int, moment: datetime) -> Edition:
        """Return the year as of the moment; say what it cannot know of."""
        try:
            edition = edition_as_of(year, moment)
        except NotKnown as error:
            raise CommandError(str(error)) from error
        if later := imported_later(moment):
            told = f"Imported later, and not counted here: {later} records."
            self.stderr.write(told)
        return edition


def moment_of(text: str) -> datetime:
    """Return the end of a day in Asia/Baku, or a moment of ISO 8601."""
    try:
        if len(text) == LENGTH_OF_A_DAY:
            return end_of(date.fromisoformat(text))
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"“{text}” is no day such as 2020-01-31.") from error
    return moment if is_aware(moment) else make_aware(moment)


def written(edition: Edition, form: str) -> bytes:
    """Return the edition in one of the formats."""
    if form == "csv":
        return as_csv(edition.figures).encode()
    if form == "xlsx":
        return as_xlsx(edition)
    text = as_json(edition) if form == "json" else as_table(edition)
    return f"{text}\n".encode()
