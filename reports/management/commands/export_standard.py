"""The command `export_standard`: a year in the tables of a standard, as a file."""

from io import BytesIO
from pathlib import Path
from typing import Any, Final, override

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import translation

from accounts.choices import Action
from accounts.models import JournalEntry
from reports.editions import Edition, edition_of
from reports.models import Release
from reports.releases.persons import user_named
from reports.standards.choices import Level, Standard
from reports.standards.files import IN_THEIR_WORDS, workbook
from reports.standards.htcds import COLUMNS, Microdata, microdata
from reports.standards.levels import edition_for
from reports.standards.making import refuse_unmapped, tables_of
from reports.standards.words import UnmappedError
from thb.sheets import write_csv

WRITTEN: Final = [Standard.GLOTIP.value, Standard.HTCDS.value, Standard.SDG.value]
YEARS: Final = range(1900, 9999)
NOT_MAPPED: Final = 2
MICRODATA: Final = "reports.export_microdata"


class Command(BaseCommand):
    """Writes the file of a standard, or says which values have no word in it."""

    help = (
        "Write the tables of a standard for a year. HTCDS has a row a victim: it needs"
        " --exported-by and --reason, and both are kept. Exit code 2: values of the"
        " year are not mapped."
    )

    @override
    def add_arguments(self, parser: CommandParser) -> None:
        """Take the year, the standard, the level, the release and the file."""
        parser.add_argument("year", type=int)
        parser.add_argument("--standard", choices=WRITTEN, required=True)
        parser.add_argument("--level", choices=Level.values, default="internal")
        parser.add_argument("--release", type=int, help="the latest without it")
        parser.add_argument("--output", type=Path, required=True)
        parser.add_argument("--exported-by", metavar="USER")
        parser.add_argument("--reason", default="")

    @override
    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the file."""
        if options["year"] not in YEARS:
            raise CommandError(f"The year must be {YEARS[0]} to {YEARS[-1]}.")
        standard = Standard(options["standard"])
        write = self.write_rows if standard is Standard.HTCDS else self.write_tables
        try:
            with translation.override(IN_THEIR_WORDS):
                write(standard, options)
        except UnmappedError as refused:
            raise CommandError(
                "Not exported: these values of the year have no word in the standard.\n"
                + "\n".join(
                    f"  {one.list} {one.code}: {one.records} records"
                    for one in refused.values
                ),
                returncode=NOT_MAPPED,
            ) from refused

    def write_tables(self, standard: Standard, options: dict[str, Any]) -> None:
        """Write the tables of an edition at a level."""
        level = Level(options["level"])
        edition = edition_for(level, edition_named(options["year"], options["release"]))
        tables = tables_of(standard, edition)
        save(options["output"], workbook(tables, level))
        for one in tables.missing:
            self.stderr.write(f"The population is missing: {one}.")
        told = "draft" if edition.is_draft else f"release {edition.number}"
        self.stdout.write(f"{options['output']}: {edition.year}, {told}, {level.value}")

    @transaction.atomic
    def write_rows(self, standard: Standard, options: dict[str, Any]) -> None:
        """Write a row a victim, and keep in the journal who took them out and why."""
        if options["level"] != Level.INTERNAL or options["release"]:
            raise CommandError("HTCDS has no level and no release: it is never public.")
        if not options["exported_by"] or not options["reason"].strip():
            raise CommandError("HTCDS needs --exported-by USER and --reason TEXT.")
        user = user_named(options["exported_by"])
        if not user.has_perm(MICRODATA):
            raise CommandError(f"The role of {user.username} may not do this.")
        refuse_unmapped(standard, edition_of(options["year"]))
        found = microdata(options["year"], user)
        keep_rows(user, found, options["reason"])
        file = BytesIO()
        write_csv(file, COLUMNS, found.rows)
        save(options["output"], file.getvalue())
        self.stderr.write(
            f"{found.in_small_groups} of {len(found.rows)} rows stand in groups of"
            " fewer than 11 people: never publish this file."
        )
        self.stdout.write(f"{options['output']}: {len(found.rows)} rows")


def edition_named(year: int, number: int | None) -> Edition:
    """Return the edition of the year; CommandError for a release that is not there."""
    try:
        return edition_of(year, number)
    except Release.DoesNotExist as error:
        raise CommandError(f"{year} has no release {number}.") from error


def keep_rows(user: Any, found: Microdata, reason: str) -> None:
    """Keep which persons left as rows, and why."""
    JournalEntry.objects.create(
        user_id=user.pk,
        username=user.username,
        role=user.role,
        action=Action.EXPORTED,
        page="terminal:export_standard",
        codes=found.codes,
        fields=list(COLUMNS),
        reason=reason[:300],
    )


def save(path: Path, content: bytes) -> None:
    """Write the file; CommandError where it cannot be written."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
