"""The written word on a failed check, and whether it still holds."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.db import connection

from accounts.models import User
from reports.checks import Check
from reports.lines import YearFigures
from reports.models import Explanation
from reports.releases.canonical import canonical, digest
from reports.releases.members import members
from reports.starts import starts_of

type Key = tuple[str, ...]

LISTS: Final = """
    WITH counted AS MATERIALIZED ({members})
    SELECT figure, NULL, NULL,
        md5(string_agg(kind || object_id, ',' ORDER BY kind, object_id))
    FROM counted WHERE figure = ANY(%s) GROUP BY figure
    UNION ALL
    SELECT figure, key, value,
        md5(string_agg(kind || object_id, ',' ORDER BY kind, object_id))
    FROM counted CROSS JOIN LATERAL jsonb_each_text(cells)
    WHERE figure = ANY(%s) AND value IN ('unknown', 'other') GROUP BY figure, key, value
"""


def digests(figures: YearFigures, checks: Iterable[Check]) -> dict[str, str]:
    """Return a digest of the finding of each failed check, by its code.

    It changes with the numbers that the check ties, and with the records behind it.
    """
    failed = [check for check in checks if not check.passed]
    lists = lists_behind(figures.year, {check.figures[0] for check in failed})
    return {
        check.code: digest(canonical(_finding(figures, check, lists)))
        for check in failed
    }


def _finding(
    figures: YearFigures, check: Check, lists: Mapping[Key, str]
) -> dict[str, Any]:
    lines = [figures.lines[code] for code in check.figures]
    return {
        "records": check.records,
        "behind": lists.get(check.opens, ""),
        "numbers": [[line.value, line.previous, line.returned] for line in lines],
    }


def lists_behind(year: int, codes: Iterable[str]) -> dict[Key, str]:
    """Return a digest of each list: of a figure, of its vague cells."""
    query = members(year, starts_of(year))
    named = list(codes)
    with connection.cursor() as cursor:
        cursor.execute(
            LISTS.format(members=query.sql), [*query.parameters, named, named]
        )
        return {
            tuple(part for part in row[:3] if part is not None): row[3]
            for row in cursor.fetchall()
        }


def in_force(
    figures: YearFigures,
    checks: Sequence[Check],
    written: Mapping[str, Explanation],
) -> dict[str, str]:
    """Return the words that explain the findings as they are now, by check."""
    return {code: word.text for code, word in holding(figures, checks, written).items()}


def holding(
    figures: YearFigures,
    checks: Sequence[Check],
    written: Mapping[str, Explanation],
) -> dict[str, Explanation]:
    """Return the explanations whose finding has not changed since."""
    if not written:
        return {}
    now = digests(figures, checks)
    return {
        code: word for code, word in written.items() if now.get(code) == word.digest
    }


def explain(
    figures: YearFigures,
    explained: Mapping[str, str],
    checks: Iterable[Check],
    by: User,
) -> list[Explanation]:
    """Keep the word on each of these failed checks."""
    failed = {check.code: check for check in checks if not check.passed}
    now = digests(figures, failed.values())
    return Explanation.objects.bulk_create(
        Explanation(
            year=figures.year,
            finding=code,
            text=text,
            message=failed[code].sentence[:1000],
            digest=now[code],
            written_by=by,
        )
        for code, text in explained.items()
    )
