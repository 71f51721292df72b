"""`manage.py import_register PATH [--dry-run]`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, override

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation
from tqdm import tqdm

from accounts.choices import Action
from exchange.importing import import_register
from exchange.keeping import at_terminal, keep_codes
from exchange.report import Report
from exchange.sheets import SHEETS
from exchange.terminal import lines


class Command(BaseCommand):
    """Imports a register, or tells all that is wrong with it."""

    help = "Import a folder of CSV files, or one .xlsx workbook: all of it or nothing."

    @override
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="the folder or the workbook")
        parser.add_argument(
            "--dry-run", action="store_true", help="report, and write nothing"
        )

    @override
    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("en"):
            report = _import(options["path"], dry_run=options["dry_run"])
            every = options["verbosity"] > 1
            told = "\n".join(lines(report, every_warning=every))
        if report.errors:
            raise CommandError(told)
        self.stdout.write(told)


def _import(path: Path, *, dry_run: bool) -> Report:
    with (
        tqdm(
            total=3 * len(SHEETS),
            desc="Importing",
            delay=2,  # seconds
            disable=None,  # where nobody looks
            leave=False,
        ) as bar,
        transaction.atomic(),
    ):
        report = import_register(path, dry_run=dry_run, step=lambda _step: bar.update())
        if not (dry_run or report.errors):
            fields = [count.file for count in report.counts]
            keep_codes(at_terminal(Action.IMPORTED, fields), report.codes)
        return report
