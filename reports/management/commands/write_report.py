"""The command `write_report`: the written report of a year as a file."""

import os
import tempfile
from pathlib import Path
from typing import Any, Final, override

from django.core.management.base import BaseCommand, CommandError, CommandParser

from reports.export.report.files import FORMATS, written
from reports.models import Release
from reports.narrative.grammar import LANGUAGES
from reports.narrative.source import report_of

FIRST_YEAR: Final = 1901
LAST_YEAR: Final = 9998


class Command(BaseCommand):
    """Writes the report, or nothing: a file is never left half written."""

    help = "Write the report of a year in one language to a file."

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        """Take the year, the language, the format and the file."""
        parser.add_argument("year", type=int)
        parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
        parser.add_argument("--release", type=int, help="the latest without it")
        parser.add_argument("--format", choices=[*FORMATS], default="pdf")
        parser.add_argument(
            "--output", type=Path, required=True, help="the file to write"
        )

    @override
    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the file, and say so."""
        year, output = options["year"], options["output"]
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise CommandError(f"The year must be {FIRST_YEAR} to {LAST_YEAR}.")
        try:
            report = report_of(year, options["language"], options["release"])
        except Release.DoesNotExist as error:
            raise CommandError(
                f"{year} has no release {options['release']}."
            ) from error
        content = written(report, options["format"])
        try:
            write_whole(output, content)
        except OSError as error:
            raise CommandError(
                f"{output} cannot be written: {error.strerror}."
            ) from error
        self.stdout.write(f"{output}: {len(content):,} bytes")


def write_whole(output: Path, content: bytes) -> None:
    """Write the file beside its place and move it there: whole, or not at all."""
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}-")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            os.fsync(file.fileno())
        beside.chmod(0o640)
        beside.replace(output)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
