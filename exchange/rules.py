"""What the register would refuse, found before it is asked: one query a rule.

Each query looks at the rows of the files together with the records they leave as they
are, and gives sheet, line, column and value under the name of the constraint.
"""

from collections.abc import Iterator
from typing import Final

from django.db import connection

from exchange.report import Finding, title_of
from exchange.staging import Staging

# A row that stands for a record after the import.
LIVE: Final = "nth = 1 AND NOT gone"

MERGED: Final = {
    "stay": f"""
        SELECT m.line, m.victim_id, m.shelter_id, m.admitted_on,
            coalesce(m.left_on, p.left_on) AS left_on, m.fresh OR m.changed AS new
        FROM matched_placements m LEFT JOIN assistance_placement p ON p.id = m.found_id
        WHERE {LIVE} AND NOT bad
        UNION ALL
        SELECT NULL, victim_id, shelter_id, admitted_on, left_on, false
        FROM assistance_placement p
        WHERE voided_at IS NULL
          AND NOT EXISTS (SELECT FROM matched_placements m WHERE m.found_id = p.id)
          AND (victim_id IN (SELECT victim_id FROM matched_placements)
            OR shelter_id IN (SELECT shelter_id FROM matched_placements)
            OR shelter_id IN (SELECT found_id FROM matched_shelters))
    """,
    "allowance": f"""
        SELECT m.line, m.victim_id, m.kind, m.decided_on,
            coalesce(m.paid_on, a.paid_on) AS paid_on, m.amount_azn,
            coalesce(m.status, a.status, 'pending') AS status
        FROM matched_allowances m LEFT JOIN assistance_allowance a ON a.id = m.found_id
        WHERE {LIVE} AND NOT bad
        UNION ALL
        SELECT NULL, victim_id, kind, decided_on, paid_on, amount_azn, status
        FROM assistance_allowance a
        WHERE voided_at IS NULL
          AND NOT EXISTS (SELECT FROM matched_allowances m WHERE m.found_id = a.id)
          AND victim_id IN (SELECT victim_id FROM matched_allowances)
    """,
    "identified": f"""
        SELECT victim_id, min(decided_on) AS day FROM (
            SELECT victim_id, decided_on FROM matched_decisions
            WHERE {LIVE} AND NOT bad AND status = 'identified'
            UNION ALL
            SELECT victim_id, decided_on FROM victims_statusdecision
            WHERE voided_at IS NULL AND status = 'identified' AND (
                victim_id IN (SELECT victim_id FROM matched_allowances)
                OR victim_id IN (SELECT victim_id FROM matched_decisions)
                OR victim_id IN (SELECT found_id FROM matched_victims))
        ) AS decision GROUP BY victim_id
    """,
    "verdict": f"""
        SELECT m.line, m.accused_id, m.verdict_on FROM matched_verdicts m
        WHERE {LIVE} AND NOT bad
        UNION ALL
        SELECT NULL, accused_id, verdict_on FROM cases_verdict v
        WHERE voided_at IS NULL
          AND NOT EXISTS (SELECT FROM matched_verdicts m WHERE m.found_id = v.id)
          AND accused_id IN (SELECT found_id FROM matched_accused)
    """,
}

# The day from which a person is no longer there.
END: Final = """CASE WHEN {0}left_on IS NULL THEN 'infinity'
    ELSE greatest({0}left_on, {0}admitted_on + 1) END"""

RULES: Final = {
    "placement_ends_on_or_after_admission": """
        SELECT 'placements', line, 'left_on', left_on::text FROM merged_stay
        WHERE line IS NOT NULL AND left_on < admitted_on
    """,
    "placement_one_stay_at_a_time": f"""
        SELECT 'placements', line, 'admitted_on', admitted_on::text FROM (
            SELECT line, admitted_on, max({END.format("")}) OVER before AS taken_until
            FROM merged_stay
            WHERE left_on IS NULL OR left_on >= admitted_on
            WINDOW before AS (PARTITION BY victim_id
                ORDER BY admitted_on, line NULLS FIRST
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
        ) AS stay WHERE line IS NOT NULL AND taken_until > admitted_on
        UNION
        SELECT 'placements', f.line, 'left_on', coalesce(f.left_on::text, '')
        FROM merged_stay f JOIN merged_stay r USING (victim_id)
        WHERE f.line IS NOT NULL AND r.line IS NULL
          AND f.admitted_on < r.admitted_on AND {END.format("f.")} > r.admitted_on
    """,
    "placement_within_capacity": f"""
        SELECT 'placements', line, 'shelter', code FROM overfull WHERE new
        UNION
        SELECT 'placements', s.line, 'shelter', o.code
        FROM overfull o JOIN merged_stay s USING (shelter_id)
        WHERE NOT o.new AND s.new
          AND s.admitted_on <= o.day AND {END.format("s.")} > o.day
    """,
    "shelter_capacity_holds": """
        SELECT DISTINCT 'shelters', m.line, 'capacity', m.capacity::text
        FROM overfull JOIN matched_shelters m ON m.id = overfull.shelter_id
        JOIN reference_shelter r ON r.id = m.found_id
        WHERE NOT overfull.new AND m.nth = 1
          AND coalesce(m.capacity < r.capacity, true)
    """,
    "allowance_one_unreversed": """
        SELECT 'allowances', line, 'victim', code FROM (
            SELECT line, victim_id, row_number() OVER (
                PARTITION BY victim_id ORDER BY line NULLS FIRST) AS nth
            FROM merged_allowance WHERE kind = 'one_time' AND status <> 'reversed'
        ) AS allowance JOIN person ON person.id = victim_id
        WHERE nth > 1 AND line IS NOT NULL
    """,
    "allowance_after_identification": """
        SELECT 'allowances', line,
            CASE WHEN decided_on < day OR day IS NULL THEN 'decided_on' ELSE 'paid_on'
            END,
            CASE WHEN decided_on < day OR day IS NULL THEN decided_on ELSE paid_on
            END::text
        FROM merged_allowance a LEFT JOIN merged_identified USING (victim_id)
        WHERE line IS NOT NULL AND status <> 'reversed'
          AND (day IS NULL OR least(decided_on, paid_on) < day)
          AND victim_id NOT IN (
            SELECT victim_id FROM matched_decisions
            WHERE bad AND victim_id IS NOT NULL)
    """,
    "allowance_amount_is_the_rate": """
        SELECT 'allowances', a.line, 'amount', s.amount
        FROM merged_allowance a JOIN staged_allowances s ON s.line = a.line
        JOIN matched_allowances m ON m.line = a.line
        WHERE a.status <> 'reversed' AND m.amount_azn IS DISTINCT FROM m.rate
          AND (a.kind = 'one_time' OR m.rate IS NOT NULL)
          AND m.settled
    """,
    "allowance_paid_once_approved": """
        SELECT 'allowances', m.line, 'status', m.status
        FROM matched_allowances m JOIN assistance_allowance a ON a.id = m.found_id
        WHERE m.status = 'paid' AND NOT m.gone
          AND a.prepared_by_id IS NOT NULL AND a.approved_at IS NULL
    """,
    "exploitation_one_main": f"""
        SELECT 'exploitations', line, 'main', '1' FROM (
            SELECT line, row_number() OVER (
                PARTITION BY victim_id ORDER BY line NULLS FIRST) AS nth
            FROM (
                SELECT m.line, m.victim_id
                FROM matched_exploitations m
                LEFT JOIN victims_exploitation e ON e.id = m.found_id
                WHERE {LIVE} AND coalesce(m.main, e.main)
                  AND m.victim_id IS NOT NULL
                UNION ALL
                SELECT NULL, victim_id FROM victims_exploitation e
                WHERE voided_at IS NULL AND main
                  AND NOT EXISTS (
                    SELECT FROM matched_exploitations m WHERE m.found_id = e.id)
                  AND victim_id IN (SELECT victim_id FROM matched_exploitations)
            ) AS every
        ) AS main WHERE nth > 1 AND line IS NOT NULL
    """,
    "verdict_after_court": f"""
        SELECT CASE WHEN v.line IS NULL THEN 'accused' ELSE 'verdicts' END,
            coalesce(v.line, m.line),
            CASE WHEN v.line IS NULL THEN 'sent_to_court_on' ELSE 'verdict_on' END,
            CASE WHEN v.line IS NULL THEN m.sent_to_court_on ELSE v.verdict_on
            END::text
        FROM merged_verdict v
        LEFT JOIN matched_accused m ON m.id = v.accused_id AND {LIVE}
        LEFT JOIN cases_accused a ON a.id = v.accused_id
        WHERE (v.line IS NOT NULL OR m.line IS NOT NULL)
          AND NOT coalesce(m.bad, false)
          AND coalesce(
            v.verdict_on < coalesce(m.sent_to_court_on, a.sent_to_court_on), true)
    """,
    "wanted_closed_on_or_after_declaration": f"""
        SELECT 'wanted', line, 'closed_on', closed_on::text FROM matched_wanted
        WHERE {LIVE} AND closed_on < declared_on
    """,
    "dependant_service_preschool_once_a_year": """
        SELECT 'dependant_services', line, 'provided_on', provided_on::text FROM (
            SELECT line, provided_on, row_number() OVER (
                PARTITION BY dependant_id, date_part('year', provided_on)
                ORDER BY line NULLS FIRST) AS nth
            FROM (
                SELECT line, dependant_id, provided_on
                FROM matched_dependant_services
                WHERE fresh AND type = 'preschool' AND dependant_id IS NOT NULL
                UNION ALL
                SELECT NULL, dependant_id, provided_on
                FROM assistance_dependantservice
                WHERE voided_at IS NULL AND type = 'preschool'
                  AND dependant_id IN (
                    SELECT dependant_id FROM matched_dependant_services)
            ) AS sent
        ) AS sent WHERE nth > 1 AND line IS NOT NULL AND provided_on IS NOT NULL
    """,
}

# People in a shelter after each arrival: who left that day has left before.
OVERFULL: Final = f"""
    CREATE TEMP TABLE overfull ON COMMIT DROP AS
    SELECT line, new, day, movement.shelter_id, shelter.code FROM (
        SELECT line, new, day, shelter_id, change, sum(change) OVER (
            PARTITION BY shelter_id ORDER BY day, change, new, line
            ROWS UNBOUNDED PRECEDING) AS people
        FROM (
            SELECT line, new, shelter_id, admitted_on AS day, 1 AS change
            FROM merged_stay
            UNION ALL
            SELECT NULL, false, shelter_id, {END.format("")}, -1 FROM merged_stay
            WHERE left_on IS NOT NULL
        ) AS step
    ) AS movement JOIN (
        SELECT coalesce(m.id, s.id) AS id, coalesce(m.code, s.code) AS code,
            coalesce(m.capacity, s.capacity) AS capacity
        FROM (SELECT * FROM matched_shelters WHERE nth = 1) m
        FULL JOIN reference_shelter s ON s.id = m.found_id
    ) AS shelter ON shelter.id = movement.shelter_id
    WHERE change = 1 AND people > shelter.capacity
"""

# Where this file could not be read throughout, nothing is said about the rule.
RESTS_ON: Final = {"allowance_after_identification": "decisions"}

# What an allowance comes to: given, else the rate; kept where nothing decides anew.
SETTLE: Final = """
    CREATE TEMP TABLE settled ON COMMIT DROP AS
    SELECT m.line, (a.id IS NULL OR (a.paid_on, a.status) IS DISTINCT FROM
            (coalesce(m.paid_on, a.paid_on), coalesce(m.status, a.status))
            OR m.amount_azn <> a.amount_azn) AS settled,
        coalesce(m.status, a.status, 'pending') AS status, a.amount_azn AS former,
        allowance_rate_in_force(m.kind, m.decided_on,
            CASE WHEN coalesce(m.status, a.status) = 'paid'
                THEN coalesce(m.paid_on, a.paid_on) END, i.day) AS rate
    FROM matched_allowances m
    LEFT JOIN assistance_allowance a ON a.id = m.found_id
    LEFT JOIN merged_identified i ON i.victim_id = m.victim_id
"""
ADD_AMOUNTS: Final = """
    ALTER TABLE matched_allowances
        ADD COLUMN rate numeric, ADD COLUMN settled boolean
"""
TAKE_AMOUNTS: Final = """
    UPDATE matched_allowances m SET rate = s.rate, settled = s.settled,
        amount_azn = CASE
            WHEN NOT s.settled OR s.status = 'reversed'
                THEN coalesce(m.amount_azn, s.former)
            ELSE coalesce(m.amount_azn, s.rate, s.former) END,
        changed = m.changed OR m.found_id IS NOT NULL AND s.settled
    FROM settled s WHERE s.line = m.line
"""

# The codes of persons that rows name.
PERSON: Final = """
    CREATE TEMP TABLE person ON COMMIT DROP AS
    SELECT id, code FROM matched_victims WHERE nth = 1
    UNION
    SELECT id, code FROM victims_victim
    WHERE id IN (SELECT victim_id FROM matched_allowances)
"""


def prepare() -> None:
    """Make the tables that the rules read: files and register as one."""
    with connection.cursor() as cursor:
        cursor.execute(merged("identified"))
        cursor.execute(ADD_AMOUNTS)
        cursor.execute(SETTLE)
        cursor.execute(TAKE_AMOUNTS)
        for name in ("stay", "allowance", "verdict"):
            cursor.execute(merged(name))
        cursor.execute("ANALYZE merged_stay")
        cursor.execute(OVERFULL)
        cursor.execute(PERSON)


def merged(name: str) -> str:
    """Return the statement that makes a table of files and register as one."""
    return f"CREATE TEMP TABLE merged_{name} ON COMMIT DROP AS {MERGED[name]}"


def refusals(staging: Staging) -> Iterator[Finding]:
    """Yield what the register would refuse of these files."""
    for constraint, query in RULES.items():
        if RESTS_ON.get(constraint) in staging.distrusted:
            continue
        with connection.cursor() as cursor:
            cursor.execute(query)
            for sheet, line, column, value in cursor:
                yield Finding(
                    constraint,
                    staging.label(sheet),
                    line,
                    column,
                    value or "",
                    title_of(constraint),
                )
