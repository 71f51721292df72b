"""What is odd about rows that make or change a record; it refuses nothing."""

from collections.abc import Iterator
from typing import Final

from django.db import connection

from exchange.choices import Oddity
from exchange.report import MOST_TOLD, Finding
from exchange.sheets import SHEETS
from exchange.staging import Staging

WRITTEN: Final = "(m.fresh OR m.changed AND m.nth = 1 AND NOT m.gone)"

# The case of a row: as the file says, else as the register does.
CASE: Final = """
    (SELECT id, opened_on, investigation_completed_on FROM matched_cases WHERE fresh
     UNION ALL
     SELECT c.id, coalesce(w.opened_on, c.opened_on),
        coalesce(w.investigation_completed_on, c.investigation_completed_on)
     FROM cases_criminalcase c
     LEFT JOIN matched_cases w ON w.found_id = c.id AND w.nth = 1)
"""
GROUP: Final = """
    (SELECT id, case_id FROM matched_groups WHERE fresh
     UNION ALL
     SELECT g.id, coalesce(w.case_id, g.case_id) FROM cases_criminalgroup g
     LEFT JOIN matched_groups w ON w.found_id = g.id AND w.nth = 1)
"""

ODDITIES: Final = {
    Oddity.COURT_BEFORE_INVESTIGATION: f"""
        SELECT 'accused', m.line, 'sent_to_court_on', m.sent_to_court_on::text
        FROM matched_accused m LEFT JOIN cases_accused a ON a.id = m.found_id
        JOIN {CASE} AS known ON known.id = coalesce(m.case_id, a.case_id)
        WHERE {WRITTEN} AND m.sent_to_court_on < known.investigation_completed_on
    """,
    Oddity.OFFENCE_BEFORE_CASE: f"""
        SELECT 'offences', m.line, 'registered_on', m.registered_on::text
        FROM matched_offences m LEFT JOIN cases_offence o ON o.id = m.found_id
        JOIN {CASE} AS known ON known.id = coalesce(m.case_id, o.case_id)
        WHERE {WRITTEN} AND m.registered_on < known.opened_on
    """,
    Oddity.RETURN_DURING_STAY: f"""
        SELECT 'referrals', m.line, 'completed_on', m.completed_on::text
        FROM matched_referrals m
        WHERE {WRITTEN} AND m.type = 'family_return' AND m.outcome = 'returned'
          AND EXISTS (
            SELECT FROM merged_stay s
            WHERE s.victim_id = m.victim_id AND s.admitted_on <= m.completed_on
              AND coalesce(s.left_on > m.completed_on, true))
    """,
    Oddity.GROUP_OF_ANOTHER_CASE: f"""
        SELECT 'accused', m.line, 'group', s."group"
        FROM matched_accused m JOIN staged_accused s ON s.line = m.line
        LEFT JOIN cases_accused a ON a.id = m.found_id
        JOIN {GROUP} AS known ON known.id = m.group_id
        WHERE {WRITTEN} AND known.case_id <> coalesce(m.case_id, a.case_id)
    """,
}


def warnings(staging: Staging) -> Iterator[Finding]:
    """Yield what is odd, and the rows that are skipped."""
    for kind, query in ODDITIES.items():
        yield from _found(kind, query, staging)
    for sheet in SHEETS:
        if sheet.name in staging.present:
            column = sheet.columns[0].name
            query = f"""
                SELECT '{sheet.name}', m.line, '{column}', s."{column}"
                FROM {sheet.matched} m JOIN {sheet.staged} s ON s.line = m.line
                WHERE m.gone
            """
            yield from _found(Oddity.VOIDED, query, staging)


def _found(kind: Oddity, query: str, staging: Staging) -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute(f"{query} ORDER BY 2 LIMIT {MOST_TOLD}")
        for sheet, line, column, value in cursor.fetchall():
            yield Finding(kind, staging.label(sheet), line, column, value or "")
