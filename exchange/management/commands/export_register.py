"""`manage.py export_register PATH [--format csv|xlsx] [--with-identity]`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, override

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from accounts.choices import Action
from exchange.choices import Layout
from exchange.exporting import (
    TooLongForSheet,
    export_csv,
    export_xlsx,
    one_moment,
)
from exchange.keeping import (
    at_terminal,
    exported_codes,
    exported_fields,
    keep_codes,
)
from exchange.sheets import SHEETS


class Command(BaseCommand):
    """Writes the register to a folder or a workbook."""

    help = "Export the register: a folder of CSV files, or one .xlsx workbook."

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="the folder or the workbook")
        parser.add_argument("--format", choices=Layout.values, default=Layout.CSV)
        parser.add_argument(
            "--with-identity", action="store_true", help="names and numbers as well"
        )

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        path, layout = options["path"], options["format"]
        if layout == Layout.XLSX and path.suffix.lower() != ".xlsx":
            raise CommandError("The name of a workbook ends with .xlsx.")
        identity = options["with_identity"]
        try:
            rows = _export(path, layout, with_identity=identity)
        except TooLongForSheet as sheet:
            message = f"A workbook cannot hold so many rows of {sheet}: export CSV."
            raise CommandError(message) from sheet
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error}") from error
        what = "with identities" if identity else "without identities"
        self.stdout.write(f"Exported {rows:,} records {what} to {path}")


def _export(path: Path, layout: str, *, with_identity: bool) -> int:
    write = export_xlsx if layout == Layout.XLSX else export_csv
    with (
        tqdm(
            total=len(SHEETS),
            desc="Exporting",
            delay=2,  # seconds
            disable=None,  # where nobody looks
            leave=False,
        ) as bar,
        one_moment(),
    ):
        fields = exported_fields(layout, with_identity=with_identity)
        keep_codes(at_terminal(Action.EXPORTED, fields), exported_codes())
        return write(path, with_identity=with_identity, step=lambda _step: bar.update())
