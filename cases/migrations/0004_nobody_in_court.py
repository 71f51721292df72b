"""Cases with nobody sent to court are known only after looking at all: so they are kept.

The condition is that of `accused_of_case_in_court`; statements that change what it
reads renew their cases.
"""

import django.db.models.deletion
from django.db import migrations, models

TABLE = "CREATE TABLE cases_nobodyincourt (case_id bigint PRIMARY KEY)"

# Two people who write of one case wait for each other here, so that the later of them
# sees the records of both.
RENEW = """
CREATE FUNCTION renew_nobody_in_court(renewed bigint[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    PERFORM FROM cases_criminalcase WHERE id = ANY (renewed) ORDER BY id
        FOR NO KEY UPDATE;
    WITH in_court AS MATERIALIZED (
        SELECT DISTINCT accused.case_id FROM unnest(renewed) AS asked (id)
        JOIN cases_accused AS accused ON accused.case_id = asked.id
            AND accused.voided_at IS NULL AND accused.sent_to_court_on IS NOT NULL
    ), gone AS (
        DELETE FROM cases_nobodyincourt AS kept USING in_court
        WHERE kept.case_id = in_court.case_id
    )
    INSERT INTO cases_nobodyincourt
    SELECT opened.id FROM unnest(renewed) AS asked (id)
    JOIN cases_criminalcase AS opened ON opened.id = asked.id
    WHERE opened.id NOT IN (SELECT case_id FROM in_court)
    ON CONFLICT DO NOTHING;
END $$;
"""

CHANGED = """
CREATE FUNCTION renew_court_of_cases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM renew_nobody_in_court(array_agg(id)) FROM new_rows;
    RETURN NULL;
END $$;

CREATE FUNCTION renew_court_of_accused() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM renew_nobody_in_court(array_agg(DISTINCT case_id)) FROM new_rows;
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM renew_nobody_in_court(array_agg(DISTINCT case_id)) FROM old_rows;
    ELSE
        PERFORM renew_nobody_in_court(array_agg(DISTINCT case_id)) FROM (
            SELECT case_id FROM old_rows UNION ALL SELECT case_id FROM new_rows
        ) AS changed;
    END IF;
    RETURN NULL;
END $$;
"""

TRIGGERS = """
CREATE TRIGGER renew_court_insert AFTER INSERT ON cases_criminalcase
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION renew_court_of_cases();
CREATE TRIGGER renew_court_insert AFTER INSERT ON cases_accused
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION renew_court_of_accused();
CREATE TRIGGER renew_court_update AFTER UPDATE ON cases_accused
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION renew_court_of_accused();
CREATE TRIGGER renew_court_delete AFTER DELETE ON cases_accused
    REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION renew_court_of_accused();
SELECT renew_nobody_in_court(array_agg(id)) FROM cases_criminalcase;
"""

BACK = """
DROP TRIGGER renew_court_insert ON cases_criminalcase;
DROP TRIGGER renew_court_insert ON cases_accused;
DROP TRIGGER renew_court_update ON cases_accused;
DROP TRIGGER renew_court_delete ON cases_accused;
DROP FUNCTION renew_court_of_cases, renew_court_of_accused, renew_nobody_in_court;
DROP TABLE cases_nobodyincourt;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_accused_in_court")]

    operations = [
        migrations.CreateModel(
            name="NobodyInCourt",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="cases.criminalcase",
                    ),
                ),
            ],
            options={
                "db_table": "cases_nobodyincourt",
                "managed": False,
                "default_permissions": (),
            },
        ),
        migrations.AddIndex(
            model_name="criminalcase",
            index=models.Index(fields=["opened_on"], name="case_opened"),
        ),
        migrations.RunSQL([TABLE, RENEW, CHANGED, TRIGGERS], BACK),
    ]
