"""What is due is kept in a table, which the database itself keeps true.

`open_deadlines()` stays the definition: nothing is said twice. It has to look at every
decision to find those without an allowance, so no index makes it quick; the table holds
its answer, and statements that change what it reads renew the rows of their persons.
"""

from typing import Final

from django.db import migrations, models

TABLE = """
CREATE TABLE assistance_opendeadline (
    id bigint PRIMARY KEY, victim_id bigint NOT NULL, kind text NOT NULL,
    record_key bigint NOT NULL, counted_from date NOT NULL, due_on date NOT NULL,
    warned_on date NOT NULL, warnings integer[] NOT NULL, postponement_id bigint
);
CREATE INDEX open_deadline_by_day ON assistance_opendeadline (due_on, id);
CREATE INDEX open_deadline_by_kind ON assistance_opendeadline (kind, due_on, id);
CREATE INDEX open_deadline_by_person ON assistance_opendeadline (victim_id);
CREATE INDEX open_deadline_warned_of ON assistance_opendeadline (due_on, id)
    WHERE warned_on < due_on;
"""

# Two people who write of one person wait for each other here, so that the later of them
# sees the records of both. A term that changes waits for all of them, and they for it.
RENEW = """
CREATE FUNCTION renew_deadlines(persons bigint[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    LOCK TABLE assistance_opendeadline IN ROW EXCLUSIVE MODE;
    PERFORM FROM victims_victim WHERE id = ANY (persons) ORDER BY id
        FOR NO KEY UPDATE;
    DELETE FROM assistance_opendeadline WHERE victim_id = ANY (persons);
    INSERT INTO assistance_opendeadline
    SELECT DISTINCT ON (id) id, victim_id, kind, record_key, counted_from, due_on,
        warned_on, warnings, postponement_id
    FROM open_deadlines() WHERE victim_id = ANY (persons);
END $$;

CREATE FUNCTION renew_all_deadlines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    LOCK TABLE assistance_opendeadline IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM assistance_opendeadline;
    INSERT INTO assistance_opendeadline
    SELECT DISTINCT ON (id) id, victim_id, kind, record_key, counted_from, due_on,
        warned_on, warnings, postponement_id
    FROM open_deadlines();
    DELETE FROM assistance_deadlinesbehind;
    RETURN NULL;
END $$;
"""

# An import writes of all persons in one statement after another. It says so by the
# setting, and all deadlines are renewed once, before it ends: by this table's trigger.
BEHIND = """
CREATE TABLE assistance_deadlinesbehind (
    behind boolean PRIMARY KEY DEFAULT true CHECK (behind)
);
CREATE CONSTRAINT TRIGGER renew_deadlines_at_the_end
    AFTER INSERT ON assistance_deadlinesbehind DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION renew_all_deadlines();

CREATE FUNCTION renew_deadlines_soon(persons bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF persons IS NULL THEN
        RETURN;
    ELSIF current_setting('register.deadlines_at_the_end', true) = 'on' THEN
        INSERT INTO assistance_deadlinesbehind VALUES (true) ON CONFLICT DO NOTHING;
    ELSE
        PERFORM renew_deadlines(persons);
    END IF;
END $$;
"""

CHANGED = """
CREATE FUNCTION renew_deadlines_of_records() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM renew_deadlines_soon(array_agg(DISTINCT victim_id)) FROM new_rows;
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM renew_deadlines_soon(array_agg(DISTINCT victim_id)) FROM old_rows;
    ELSE
        PERFORM renew_deadlines_soon(array_agg(DISTINCT victim_id)) FROM (
            SELECT victim_id FROM old_rows UNION ALL SELECT victim_id FROM new_rows
        ) AS changed;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION renew_deadlines_of_persons() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM renew_deadlines_soon(array_agg(id)) FROM new_rows;
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM renew_deadlines_soon(array_agg(id)) FROM old_rows;
    ELSE
        PERFORM renew_deadlines_soon(array_agg(new_rows.id))
        FROM new_rows JOIN old_rows ON old_rows.id = new_rows.id
        WHERE (new_rows.role, new_rows.case_status, new_rows.first_contact_on,
                new_rows.referral_source, new_rows.age_at_identification,
                new_rows.voided_at, new_rows.merged_into_id)
            IS DISTINCT FROM (old_rows.role, old_rows.case_status,
                old_rows.first_contact_on, old_rows.referral_source,
                old_rows.age_at_identification, old_rows.voided_at,
                old_rows.merged_into_id);
    END IF;
    RETURN NULL;
END $$;
"""

READ_BY_DEADLINES: Final = (
    "victims_statusdecision",
    "assistance_placement",
    "assistance_referral",
    "assistance_allowance",
    "assistance_reflectionperiod",
    "assistance_residencepermit",
    "assistance_rehabilitationplan",
    "assistance_deadlinemark",
)
EVENTS: Final = {
    "INSERT": "NEW TABLE AS new_rows",
    "UPDATE": "OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "DELETE": "OLD TABLE AS old_rows",
}


def triggers(table: str, function: str) -> str:
    """Return the triggers that renew the deadlines after each change of a table."""
    return "\n".join(
        f"CREATE TRIGGER renew_deadlines_{event.lower()} AFTER {event} ON {table}"
        f" REFERENCING {rows} FOR EACH STATEMENT EXECUTE FUNCTION {function}();"
        for event, rows in EVENTS.items()
    )


TRIGGERS = "\n".join(
    [
        triggers("victims_victim", "renew_deadlines_of_persons"),
        *(triggers(name, "renew_deadlines_of_records") for name in READ_BY_DEADLINES),
        """
CREATE TRIGGER renew_deadlines AFTER INSERT OR DELETE
    OR UPDATE OF code, length, unit, voided_at ON reference_term
    FOR EACH STATEMENT EXECUTE FUNCTION renew_all_deadlines();
CREATE TRIGGER renew_deadlines AFTER UPDATE OF code ON reference_organisation
    FOR EACH STATEMENT EXECUTE FUNCTION renew_all_deadlines();
INSERT INTO assistance_deadlinesbehind VALUES (true);
SET CONSTRAINTS renew_deadlines_at_the_end IMMEDIATE;
""",
    ]
)

# What depends on the day is asked for on each look: whose case it is, and the birthdays.
VIEW = """
DROP VIEW assistance_deadline;
CREATE VIEW assistance_deadline AS
SELECT due.id, due.victim_id, due.kind, due.record_key, due.counted_from, due.due_on,
    due.warned_on, due.warnings, due.postponement_id,
    coalesce((
        SELECT handed.worker_id FROM assistance_deadlinemark AS handed
        WHERE handed.kind = due.kind AND handed.record_key = due.record_key
          AND handed.counted_from = due.counted_from AND handed.act = 'reassigned'
          AND handed.voided_at IS NULL
    ), (
        SELECT assigned.user_id FROM victims_assignment AS assigned
        WHERE assigned.victim_id = due.victim_id AND assigned.voided_at IS NULL
          AND assigned.since <= (CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Baku')::date
          AND coalesce(assigned.until > (
                CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Baku')::date, true)
        ORDER BY assigned.since, assigned.id LIMIT 1
    )) AS worker_id
FROM assistance_opendeadline AS due
WHERE due.kind <> 'adulthood'
   OR due.counted_from > (CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Baku')::date - 730;
"""

BACK = "\n".join(
    [
        """
DROP VIEW assistance_deadline;
CREATE VIEW assistance_deadline AS SELECT * FROM open_deadlines();
DROP TRIGGER renew_deadlines ON reference_term;
DROP TRIGGER renew_deadlines ON reference_organisation;
""",
        *(
            f"DROP TRIGGER renew_deadlines_{event.lower()} ON {name};"
            for name in ("victims_victim", *READ_BY_DEADLINES)
            for event in EVENTS
        ),
        """
DROP FUNCTION renew_deadlines_of_persons, renew_deadlines_of_records,
    renew_deadlines_soon, renew_deadlines;
DROP TABLE assistance_opendeadline, assistance_deadlinesbehind;
DROP FUNCTION renew_all_deadlines;
""",
    ]
)


class Migration(migrations.Migration):
    dependencies = [
        ("assistance", "0009_approvals"),
        ("reference", "0005_deadline_terms"),
        ("victims", "0003_casefile"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="placement",
            index=models.Index(
                condition=models.Q(("voided_at", None), ("left_on", None)),
                fields=["victim", "shelter"],
                name="placement_open",
            ),
        ),
        migrations.RunSQL(
            [TABLE, RENEW, BEHIND, CHANGED, TRIGGERS, VIEW],
            BACK,
        ),
    ]
