"""A register in: all of it or nothing, and a report in any case."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pghistory
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from accounts.models import User
from exchange import applying, checks, identities, matching, oddities, rules, staging
from exchange.choices import Fault
from exchange.locking import let_others_wait
from exchange.reading import UnreadableRegister, tables_of
from exchange.report import Count, Finding, Report
from exchange.sheets import SHEETS
from exchange.staging import Staging
from thb.refusals import explained

type Step = Callable[[str], object]

ONE_IMPORT_AT_A_TIME = "SELECT pg_advisory_xact_lock(20191)"
PERSONS = """
    SELECT code FROM matched_victims
    WHERE fresh OR changed AND nth = 1 AND NOT gone
        OR nth = 1 AND id IN (SELECT victim_id FROM sealed_identities)
    ORDER BY line
"""
# Without pgtrigger.ignore every trigger would raise and catch an error, and each of
# those walks through all the triggers that still wait: hours in place of seconds. What
# is due and what people lack is renewed once, at the end, not after each statement.
SETTINGS = (
    "SET LOCAL work_mem = '64MB'",
    "SET LOCAL jit = off",
    "SET LOCAL pgtrigger.ignore = '{}'",
    "SET LOCAL register.deadlines_at_the_end = 'on'",
    "SET LOCAL register.lacks_at_the_end = 'on'",
)


def import_register(
    path: Path, user: User | None = None, *, dry_run: bool, step: Step
) -> Report:
    """Import the register at `path`, or only try to; return what was found and done.

    Where there is an error nothing is written. `step` is told of each step.
    """
    report = Report(dry_run)
    try:
        tables = tables_of(path)
    except UnreadableRegister as wrong:
        report.add_errors(
            [Finding(Fault.UNREADABLE, wrong.place, expected=wrong.expected)]
        )
        return report
    context = {"source": "import", **({"user": user.pk} if user else {})}
    with transaction.atomic(), pghistory.context(**context):
        _prepare()
        found = Staging(report)
        for table in tables:
            found.stage(table)
            step(table.label)
        try:
            for name in _import(found, user):
                step(name)
        except IntegrityError as error:
            report.add_errors([_refusal(error)])
        if dry_run or report.errors:
            transaction.set_rollback(True)
        else:
            staging.drop_tables()
    return report


def _prepare() -> None:
    with connection.cursor() as cursor:
        for statement in (*SETTINGS, ONE_IMPORT_AT_A_TIME):
            cursor.execute(statement)
    staging.make_tables()


def _import(found: Staging, user: User | None) -> Iterator[str]:
    report, today = found.report, timezone.localdate().isoformat()
    yield from matching.match_all(found.present, today)
    rules.prepare()
    report.add_errors(checks.faults(found, today))
    report.add_errors(identities.look_at_all(found))
    report.add_errors(rules.refusals(found))
    if report.errors:
        return
    applying.settle_ages()
    report.counts = list(_counts(found))
    report.warnings = list(oddities.warnings(found))
    report.regions = _column("SELECT name FROM matched_regions WHERE fresh ORDER BY id")
    report.codes = _column(PERSONS)
    with transaction.atomic():
        let_others_wait()
        yield from applying.apply_all(user)


def _counts(found: Staging) -> Iterator[Count]:
    with connection.cursor() as cursor:
        for sheet in SHEETS:
            if sheet.name not in found.present:
                continue
            changed = "changed AND nth = 1"
            if sheet.name == "victims":
                changed = (
                    f"({changed} OR nth = 1 AND id IN"
                    " (SELECT victim_id FROM sealed_identities))"
                )
            cursor.execute(f"""
                SELECT count(*) FILTER (WHERE fresh),
                    count(*) FILTER (WHERE NOT fresh AND NOT gone AND {changed}),
                    count(*) FILTER (
                        WHERE NOT fresh AND NOT gone AND NOT ({changed})),
                    count(*) FILTER (WHERE gone)
                FROM {sheet.matched}
            """)
            yield Count(found.label(sheet), *cursor.fetchone())


def _column(query: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return [value for (value,) in cursor.fetchall()]


def _refusal(error: IntegrityError) -> Finding:
    """Return what the register itself refused, after all our own questions."""
    diagnosis = getattr(error.__cause__, "diag", None)
    table = getattr(diagnosis, "table_name", None) or ""
    constraint = getattr(diagnosis, "constraint_name", None) or Fault.REFUSED
    said = explained(error)
    sheet = next((s.name for s in SHEETS if s.table == table), table)
    return Finding(constraint, sheet, expected=said.messages[0] if said else "")
