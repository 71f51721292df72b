"""A year counted at one moment: its figures, checks, records and explanations."""

import random
import time
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Final

from django.db import OperationalError, connection, transaction

from reports.checks import Check, checks_of
from reports.lines import YearFigures
from reports.models import Explanation
from reports.models.guards import LINES
from reports.releases.canonical import canonical
from reports.releases.explaining import holding
from reports.releases.members import Query, members
from reports.releases.payload import Listed, told
from reports.releases.sources import read_tables
from reports.starts import Start, starts_after
from reports.year import figures_of

DEADLOCK: Final = "40P01"
TRIES: Final = 20
LONGEST_PAUSE_SECONDS: Final = 0.1


@dataclass(frozen=True)
class Counted:
    """What a year tells; counted under the lock, every number is of one moment."""

    figures: YearFigures
    checks: list[Check]
    starts: dict[str, Start]
    query: Query
    listed: dict[str, Listed]
    at: datetime

    @property
    def year(self) -> int:
        """Return the year."""
        return self.figures.year

    @property
    def blocking(self) -> list[Check]:
        """Return the failed checks that stop the year."""
        return [check for check in self.checks if check.blocks]

    @property
    def warnings(self) -> list[Check]:
        """Return the failed checks that need a word."""
        failed = (check for check in self.checks if not check.passed)
        return [check for check in failed if not check.blocks]

    @cached_property
    def explained(self) -> dict[str, Explanation]:
        """Return the words that explain these findings, by check."""
        written = Explanation.objects.latest_of(self.year)
        return holding(self.figures, self.checks, written)

    @property
    def unexplained(self) -> list[Check]:
        """Return the warnings that nobody has explained as they are."""
        return [check for check in self.warnings if check.code not in self.explained]

    @cached_property
    def content(self) -> dict[str, Any]:
        """Return everything the year tells."""
        return told(self.figures, self.checks, self.listed, self.starts)

    def summary(self) -> str:
        """Return the numbers and the hashes of their records, to compare with later."""
        return canonical(
            {
                code: [line.value, line.cells, self.listed.get(code)]
                for code, line in self.figures.lines.items()
            }
        )


def count(year: int, *, locked: bool = False) -> Counted:
    """Count a year with its records; `locked`: while nobody writes.

    The tables then stay locked against writing until the transaction ends.
    """
    if locked:
        let_others_wait()
    figures = figures_of(year)
    starts = starts_after(figures.released)
    query = members(year, starts)
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        at = cursor.fetchone()[0]
        rows = f"({query.sql}) AS counted"
        cursor.execute(LINES.format(rows=rows), query.parameters)
        listed = {code: Listed(number, sha) for code, number, sha in cursor.fetchall()}
    return Counted(figures, checks_of(figures), starts, query, listed, at)


def let_others_wait() -> None:
    """Lock what is counted against writing, once nobody writes to it."""
    lock = f"LOCK TABLE {', '.join(read_tables())} IN SHARE MODE"
    for tries_left in reversed(range(TRIES)):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(lock)
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != DEADLOCK or not tries_left:
                raise
            time.sleep(random.uniform(0, LONGEST_PAUSE_SECONDS))  # noqa: S311 - a pause
        else:
            return
