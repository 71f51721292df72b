"""Who lacks something is known only after looking at everybody: so it is kept.

`people_lack()` is the definition. Its text names tables of other apps, which need not
be there yet; the triggers that renew what is kept are made in `reports`.
"""

import django.db.models.deletion
from django.db import migrations, models

TABLE = """
CREATE TABLE victims_lack (
    what text NOT NULL, victim_id bigint NOT NULL, PRIMARY KEY (what, victim_id)
);
CREATE INDEX lack_of_person ON victims_lack (victim_id);
"""

DEFINITION = """
SET LOCAL check_function_bodies = off;
CREATE FUNCTION people_lack() RETURNS TABLE (what text, victim_id bigint)
LANGUAGE sql STABLE AS $$
    SELECT 'decision'::text, person.id FROM victims_victim AS person
    WHERE NOT EXISTS (
        SELECT FROM victims_statusdecision AS decision
        WHERE decision.victim_id = person.id AND decision.voided_at IS NULL)
UNION ALL
    SELECT 'stay', person.id FROM victims_victim AS person
    WHERE NOT EXISTS (
        SELECT FROM assistance_placement AS stay
        WHERE stay.victim_id = person.id AND stay.voided_at IS NULL)
UNION ALL
    SELECT 'paid', person.id FROM victims_victim AS person
    WHERE NOT EXISTS (
        SELECT FROM assistance_allowance AS allowance
        WHERE allowance.victim_id = person.id AND allowance.voided_at IS NULL
          AND allowance.status = 'paid')
UNION ALL
    SELECT 'children', person.id FROM victims_victim AS person
    WHERE NOT EXISTS (
        SELECT FROM victims_dependant AS child
        WHERE child.victim_id = person.id AND child.voided_at IS NULL)
UNION ALL
    SELECT 'case', person.id FROM victims_victim AS person
    WHERE NOT EXISTS (
        SELECT FROM cases_casevictim AS link
        WHERE link.victim_id = person.id AND link.voided_at IS NULL)
UNION ALL
    SELECT 'facts', person.id FROM victims_victim AS person
    WHERE person.sex = '' OR person.citizenship = ''
       OR EXISTS (
            SELECT FROM victims_statusdecision AS decision
            WHERE decision.victim_id = person.id AND decision.voided_at IS NULL
              AND decision.status = 'identified')
        AND (person.age_at_identification IS NULL OR NOT EXISTS (
            SELECT FROM victims_exploitation AS exploited
            WHERE exploited.victim_id = person.id AND exploited.voided_at IS NULL
              AND exploited.main AND exploited.country <> ''))
$$;
"""

# Two people who write of one person wait for each other here, so that the later of them
# sees the records of both.
RENEW = """
CREATE FUNCTION renew_lacks(persons bigint[]) RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    LOCK TABLE victims_lack IN ROW EXCLUSIVE MODE;
    PERFORM FROM victims_victim WHERE id = ANY (persons) ORDER BY id
        FOR NO KEY UPDATE;
    WITH found AS MATERIALIZED (
        SELECT what, victim_id FROM people_lack() WHERE victim_id = ANY (persons)
    ), gone AS (
        DELETE FROM victims_lack WHERE victim_id = ANY (persons)
            AND (what, victim_id) NOT IN (SELECT what, victim_id FROM found)
    )
    INSERT INTO victims_lack SELECT what, victim_id FROM found ON CONFLICT DO NOTHING;
END $$;

CREATE FUNCTION renew_all_lacks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    LOCK TABLE victims_lack IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM victims_lack;
    INSERT INTO victims_lack SELECT what, victim_id FROM people_lack();
    DELETE FROM victims_lacksbehind;
    RETURN NULL;
END $$;
"""

# An import writes of all persons in one statement after another. It says so by the
# setting, and all is renewed once, before it ends: by this table's trigger.
BEHIND = """
CREATE TABLE victims_lacksbehind (
    behind boolean PRIMARY KEY DEFAULT true CHECK (behind)
);
CREATE CONSTRAINT TRIGGER renew_lacks_at_the_end
    AFTER INSERT ON victims_lacksbehind DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION renew_all_lacks();

CREATE FUNCTION renew_lacks_soon(persons bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF persons IS NULL THEN
        RETURN;
    ELSIF current_setting('register.lacks_at_the_end', true) = 'on' THEN
        INSERT INTO victims_lacksbehind VALUES (true) ON CONFLICT DO NOTHING;
    ELSE
        PERFORM renew_lacks(persons);
    END IF;
END $$;
"""

CHANGED = """
CREATE FUNCTION renew_lacks_of_records() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM renew_lacks_soon(array_agg(DISTINCT victim_id)) FROM new_rows;
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM renew_lacks_soon(array_agg(DISTINCT victim_id)) FROM old_rows;
    ELSE
        PERFORM renew_lacks_soon(array_agg(DISTINCT victim_id)) FROM (
            SELECT victim_id FROM old_rows UNION ALL SELECT victim_id FROM new_rows
        ) AS changed;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION renew_lacks_of_persons() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM renew_lacks_soon(array_agg(id)) FROM new_rows;
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM renew_lacks_soon(array_agg(id)) FROM old_rows;
    ELSE
        PERFORM renew_lacks_soon(array_agg(new_rows.id))
        FROM new_rows JOIN old_rows ON old_rows.id = new_rows.id
        WHERE (new_rows.sex, new_rows.citizenship, new_rows.age_at_identification)
            IS DISTINCT FROM
            (old_rows.sex, old_rows.citizenship, old_rows.age_at_identification);
    END IF;
    RETURN NULL;
END $$;
"""

BACK = """
DROP FUNCTION renew_lacks_of_persons, renew_lacks_of_records, renew_lacks_soon,
    renew_lacks, people_lack;
DROP TABLE victims_lack, victims_lacksbehind;
DROP FUNCTION renew_all_lacks;
"""


class Migration(migrations.Migration):
    dependencies = [("victims", "0003_casefile")]

    operations = [
        migrations.CreateModel(
            name="Lack",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "what",
                        "victim",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("what", models.TextField()),
                (
                    "victim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="victims.victim",
                    ),
                ),
            ],
            options={
                "db_table": "victims_lack",
                "managed": False,
                "default_permissions": (),
            },
        ),
        migrations.AddIndex(
            model_name="exploitation",
            index=models.Index(
                condition=models.Q(("voided_at", None), ("main", True)),
                fields=["type", "victim"],
                name="exploitation_main_type",
            ),
        ),
        migrations.AddIndex(
            model_name="exploitation",
            index=models.Index(
                condition=models.Q(("voided_at", None), ("main", True)),
                fields=["country", "victim"],
                name="exploitation_main_country",
            ),
        ),
        migrations.AddIndex(
            model_name="statusdecision",
            index=models.Index(
                condition=models.Q(("voided_at", None)),
                fields=["status", "victim"],
                name="decision_of_status",
            ),
        ),
        migrations.AddIndex(
            model_name="statusdecision",
            index=models.Index(
                condition=models.Q(("status", "identified"), ("voided_at", None)),
                fields=["decided_on", "victim"],
                name="decision_identified_on",
            ),
        ),
        migrations.AddIndex(
            model_name="victim",
            index=models.Index(fields=["sex", "id"], name="victim_by_sex"),
        ),
        migrations.AddIndex(
            model_name="victim",
            index=models.Index(
                fields=["age_at_identification", "id"], name="victim_by_age"
            ),
        ),
        migrations.AddIndex(
            model_name="victim",
            index=models.Index(
                fields=["citizenship", "id"], name="victim_by_citizenship"
            ),
        ),
        migrations.AddIndex(
            model_name="victim",
            index=models.Index(fields=["case_status", "id"], name="victim_by_help"),
        ),
        migrations.RunSQL([TABLE, DEFINITION, RENEW, BEHIND, CHANGED], BACK),
    ]
