import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import reference.records
import victims.sealed

DAY = """
CREATE FUNCTION deadline_day(start date, length integer, unit text)
RETURNS date LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE unit
        WHEN 'hours' THEN start + ceil(length / 24.0)::integer
        WHEN 'days' THEN start + length
        WHEN 'months' THEN (start + make_interval(months => length))::date
        WHEN 'years' THEN (start + make_interval(years => length))::date
        ELSE start + length + 2 * ((length
            + least(extract(isodow FROM start)::integer, 5) - 1) / 5)
            - greatest(extract(isodow FROM start)::integer - 5, 0)
    END
$$;
"""

# A function whose text is read when it is called: tables that it reads may still be
# altered. It is planned as a part of the query that asks it.
DEADLINES = """
CREATE FUNCTION open_deadlines() RETURNS TABLE (
    id bigint, victim_id bigint, kind text, record_key bigint, counted_from date,
    due_on date, warned_on date, warnings integer[], postponement_id bigint,
    worker_id bigint
) LANGUAGE sql STABLE AS $$
    SELECT due.record_key * 16 + due.number, due.victim_id, due.kind,
        due.record_key, due.counted_from,
        coalesce(later.postponed_to, due.due_on),
        coalesce(later.postponed_to, due.due_on - coalesce(warning.first, 0)),
        coalesce(warning.days, '{}'), later.id,
        coalesce(handed.worker_id, (
            SELECT assigned.user_id FROM victims_assignment AS assigned
            WHERE assigned.victim_id = due.victim_id AND assigned.voided_at IS NULL
              AND assigned.since <= (CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Baku')::date
              AND coalesce(assigned.until > (
                    CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Baku')::date, true)
            ORDER BY assigned.since, assigned.id LIMIT 1))
    FROM (
        SELECT 1 AS number, 'referral'::text AS kind, person.id AS victim_id,
            person.id AS record_key, person.first_contact_on AS counted_from,
            deadline_day(person.first_contact_on, term.length, term.unit) AS due_on
        FROM victims_victim AS person
        JOIN reference_term AS term ON term.code = 'referral_to_main_department'
            AND term.length IS NOT NULL AND term.voided_at IS NULL
        WHERE person.first_contact_on IS NOT NULL
          AND person.referral_source <> 'police'
          AND NOT EXISTS (
            SELECT FROM victims_statusdecision AS decision
            WHERE decision.victim_id = person.id AND decision.voided_at IS NULL
              AND decision.status <> 'presumed')
          AND NOT EXISTS (
            SELECT FROM assistance_referral AS referral
            JOIN reference_organisation AS office ON office.id = referral.organisation_id
            WHERE referral.victim_id = person.id AND referral.voided_at IS NULL
              AND office.code = 'mia_main_department')
    UNION ALL
        SELECT 2, 'identification'::text, decision.victim_id, decision.victim_id,
            decision.decided_on,
            deadline_day(decision.decided_on, term.length, term.unit)
        FROM victims_statusdecision AS decision
        JOIN reference_term AS term ON term.code = 'identification_decision'
            AND term.length IS NOT NULL AND term.voided_at IS NULL
        WHERE decision.voided_at IS NULL AND decision.status = 'presumed'
          AND NOT EXISTS (
            SELECT FROM victims_statusdecision AS other
            WHERE other.victim_id = decision.victim_id AND other.voided_at IS NULL
              AND (other.status <> 'presumed'
                OR (other.decided_on, other.id) < (decision.decided_on, decision.id)))
    UNION ALL
        SELECT 3, 'reflection'::text, period.victim_id, period.id,
            coalesce(period.ends_on, period.granted_on),
            coalesce(period.ends_on,
                deadline_day(period.granted_on, term.length, term.unit))
        FROM assistance_reflectionperiod AS period
        LEFT JOIN reference_term AS term ON term.code = 'reflection_period'
            AND term.voided_at IS NULL
        WHERE period.voided_at IS NULL
          AND (period.ends_on IS NOT NULL OR term.length IS NOT NULL)
          AND NOT EXISTS (
            SELECT FROM assistance_reflectionperiod AS newer
            WHERE newer.victim_id = period.victim_id AND newer.voided_at IS NULL
              AND (newer.granted_on, newer.id) > (period.granted_on, period.id))
    UNION ALL
        SELECT 4, 'stay'::text, stay.victim_id, stay.id, stay.admitted_on,
            deadline_day(stay.admitted_on, term.length, term.unit)
        FROM assistance_placement AS stay
        JOIN reference_term AS term ON term.code = 'shelter_stay'
            AND term.length IS NOT NULL AND term.voided_at IS NULL
        WHERE stay.voided_at IS NULL AND stay.left_on IS NULL
    UNION ALL
        SELECT 5, 'allowance'::text, decision.victim_id, decision.victim_id,
            decision.decided_on,
            deadline_day(decision.decided_on, term.length, term.unit)
        FROM victims_statusdecision AS decision
        JOIN reference_term AS term ON term.code = 'allowance_payment'
            AND term.length IS NOT NULL AND term.voided_at IS NULL
        WHERE decision.voided_at IS NULL AND decision.status = 'identified'
          AND NOT EXISTS (
            SELECT FROM victims_statusdecision AS earlier
            WHERE earlier.victim_id = decision.victim_id AND earlier.voided_at IS NULL
              AND earlier.status = 'identified'
              AND (earlier.decided_on, earlier.id) < (decision.decided_on, decision.id))
          AND NOT EXISTS (
            SELECT FROM assistance_allowance AS allowance
            WHERE allowance.victim_id = decision.victim_id
              AND allowance.voided_at IS NULL AND allowance.kind = 'one_time'
              AND allowance.status <> 'reversed')
    UNION ALL
        SELECT 6, 'payment'::text, allowance.victim_id, allowance.id,
            decision.decided_on,
            deadline_day(decision.decided_on, term.length, term.unit)
        FROM assistance_allowance AS allowance
        JOIN victims_statusdecision AS decision
            ON decision.victim_id = allowance.victim_id
            AND decision.voided_at IS NULL AND decision.status = 'identified'
        JOIN reference_term AS term ON term.code = 'allowance_payment'
            AND term.length IS NOT NULL AND term.voided_at IS NULL
        WHERE allowance.voided_at IS NULL AND allowance.kind = 'one_time'
          AND allowance.status NOT IN ('paid', 'reversed')
          AND NOT EXISTS (
            SELECT FROM victims_statusdecision AS earlier
            WHERE earlier.victim_id = decision.victim_id AND earlier.voided_at IS NULL
              AND earlier.status = 'identified'
              AND (earlier.decided_on, earlier.id) < (decision.decided_on, decision.id))
    UNION ALL
        SELECT 7, 'permit'::text, permit.victim_id, permit.id,
            coalesce(permit.valid_until, permit.granted_on),
            coalesce(permit.valid_until,
                deadline_day(permit.granted_on, term.length, term.unit))
        FROM assistance_residencepermit AS permit
        LEFT JOIN reference_term AS term ON term.code = 'residence_permit'
            AND term.voided_at IS NULL
        WHERE permit.voided_at IS NULL
          AND (permit.valid_until IS NOT NULL
            OR (permit.granted_on IS NOT NULL AND term.length IS NOT NULL))
          AND NOT EXISTS (
            SELECT FROM assistance_residencepermit AS newer
            WHERE newer.victim_id = permit.victim_id AND newer.voided_at IS NULL
              AND (newer.applied_on, newer.id) > (permit.applied_on, permit.id))
    UNION ALL
        SELECT 8, 'adulthood'::text, person.id, person.id, child.day, child.day
        FROM victims_victim AS person
        JOIN victims_statusdecision AS decision ON decision.victim_id = person.id
            AND decision.voided_at IS NULL AND decision.status = 'identified'
        CROSS JOIN LATERAL (
            SELECT (decision.decided_on + 1 + make_interval(
                years => 17 - person.age_at_identification))::date AS day
        ) AS child
        JOIN reference_term AS term ON term.code = 'adulthood_warning'
            AND term.length IS NOT NULL AND term.voided_at IS NULL
        WHERE person.age_at_identification < 18
          AND child.day > (CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Baku')::date - 730
          AND NOT EXISTS (
            SELECT FROM victims_statusdecision AS earlier
            WHERE earlier.victim_id = decision.victim_id AND earlier.voided_at IS NULL
              AND earlier.status = 'identified'
              AND (earlier.decided_on, earlier.id) < (decision.decided_on, decision.id))
    UNION ALL
        SELECT 9, 'plan_review'::text, plan.victim_id, plan.id,
            coalesce(plan.reviewed_on, plan.drawn_up_on),
            deadline_day(coalesce(plan.reviewed_on, plan.drawn_up_on),
                term.length, term.unit)
        FROM assistance_rehabilitationplan AS plan
        JOIN reference_term AS term ON term.code = 'plan_review'
            AND term.length IS NOT NULL AND term.voided_at IS NULL
        WHERE plan.voided_at IS NULL AND plan.completed_on IS NULL
          AND NOT EXISTS (
            SELECT FROM assistance_rehabilitationplan AS newer
            WHERE newer.victim_id = plan.victim_id AND newer.voided_at IS NULL
              AND (newer.drawn_up_on, newer.id) > (plan.drawn_up_on, plan.id))
    UNION ALL
        SELECT 10, 'outcome'::text, referral.victim_id, referral.id,
            referral.referred_on,
            deadline_day(referral.referred_on, term.length, term.unit)
        FROM assistance_referral AS referral
        JOIN reference_term AS term ON term.code = 'referral_outcome'
            AND term.length IS NOT NULL AND term.voided_at IS NULL
        WHERE referral.voided_at IS NULL AND referral.outcome IN ('', 'pending')
    UNION ALL
        SELECT 10 + right(term.code, 1)::integer, term.code::text, home.victim_id,
            home.victim_id, home.day, deadline_day(home.day, term.length, term.unit)
        FROM (
            SELECT stay.victim_id, stay.left_on AS day
            FROM assistance_placement AS stay
            WHERE stay.voided_at IS NULL AND stay.left_on IS NOT NULL
              AND stay.exit_reason = 'family'
          UNION ALL
            SELECT referral.victim_id,
                coalesce(referral.completed_on, referral.referred_on)
            FROM assistance_referral AS referral
            WHERE referral.voided_at IS NULL AND referral.type = 'family_return'
              AND referral.outcome = 'returned'
              AND NOT EXISTS (
                SELECT FROM assistance_referral AS newer
                WHERE newer.victim_id = referral.victim_id AND newer.voided_at IS NULL
                  AND newer.type = 'family_return' AND newer.outcome = 'returned'
                  AND (newer.referred_on, newer.id) >
                    (referral.referred_on, referral.id))
              AND NOT EXISTS (
                SELECT FROM assistance_placement AS stay
                WHERE stay.victim_id = referral.victim_id AND stay.voided_at IS NULL
                  AND stay.exit_reason = 'family' AND stay.left_on IS NOT NULL)
        ) AS home
        JOIN reference_term AS term ON term.code IN
            ('follow_up_1', 'follow_up_2', 'follow_up_3', 'follow_up_4')
            AND term.length IS NOT NULL AND term.voided_at IS NULL
        WHERE NOT EXISTS (
            SELECT FROM assistance_placement AS later
            WHERE later.victim_id = home.victim_id AND later.voided_at IS NULL
              AND (later.left_on IS NULL OR later.left_on > home.day))
    ) AS due
    JOIN victims_victim AS owner ON owner.id = due.victim_id
        AND owner.voided_at IS NULL AND owner.merged_into_id IS NULL
        AND owner.role = 'victim'
        AND owner.case_status NOT IN ('closed', 'closed_referred')
    LEFT JOIN (
        SELECT said.kind, max(days) AS first, array_agg(days ORDER BY days DESC) AS days
        FROM (VALUES
            ('reflection'::text, 'reflection_period_warning_%'),
            ('permit', 'residence_permit_warning_%'),
            ('adulthood', 'adulthood_warning')
        ) AS said (kind, code)
        JOIN reference_term AS term ON term.code LIKE said.code
            AND term.length IS NOT NULL AND term.voided_at IS NULL
        CROSS JOIN LATERAL (
            SELECT CASE term.unit
                WHEN 'hours' THEN ceil(term.length / 24.0)::integer
                WHEN 'months' THEN term.length * 30
                WHEN 'years' THEN term.length * 365
                ELSE term.length
            END AS days
        ) AS before
        GROUP BY said.kind
    ) AS warning ON warning.kind = due.kind
    LEFT JOIN assistance_deadlinemark AS later ON later.kind = due.kind
        AND later.record_key = due.record_key AND later.act = 'postponed'
        AND later.counted_from = due.counted_from AND later.voided_at IS NULL
    LEFT JOIN assistance_deadlinemark AS handed ON handed.kind = due.kind
        AND handed.record_key = due.record_key AND handed.act = 'reassigned'
        AND handed.counted_from = due.counted_from AND handed.voided_at IS NULL
    WHERE NOT EXISTS (
        SELECT FROM assistance_deadlinemark AS done
        WHERE done.kind = due.kind AND done.record_key = due.record_key
          AND done.counted_from = due.counted_from AND done.act = 'done'
          AND done.voided_at IS NULL)
$$;
CREATE VIEW assistance_deadline AS SELECT * FROM open_deadlines();
"""

DROP = """
DROP VIEW assistance_deadline;
DROP FUNCTION open_deadlines();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("reference", "0005_deadline_terms"),
        ("assistance", "0006_beds"),
        ("victims", "0001_tables"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Deadline",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("referral", "Refer the person to the Main Department"),
                            ("identification", "Record the decision on status"),
                            ("reflection", "Reflection period ends"),
                            ("stay", "Stay in the shelter ends"),
                            ("allowance", "Decide on the allowance"),
                            ("payment", "Pay the allowance"),
                            ("permit", "Residence permit expires"),
                            ("adulthood", "18th birthday"),
                            ("plan_review", "Review the rehabilitation plan"),
                            ("outcome", "Record the outcome of the referral"),
                            ("follow_up_1", "First follow-up after the return"),
                            ("follow_up_2", "Second follow-up after the return"),
                            ("follow_up_3", "Third follow-up after the return"),
                            ("follow_up_4", "Fourth follow-up after the return"),
                        ],
                        max_length=24,
                        verbose_name="what is due",
                    ),
                ),
                ("record_key", models.BigIntegerField()),
                ("counted_from", models.DateField(verbose_name="counted from")),
                ("due_on", models.DateField(verbose_name="due")),
                ("warned_on", models.DateField()),
                (
                    "warnings",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField()
                    ),
                ),
            ],
            options={
                "verbose_name": "deadline",
                "verbose_name_plural": "deadlines",
                "db_table": "assistance_deadline",
                "ordering": ["due_on", "pk"],
                "managed": False,
                "default_permissions": ["view"],
            },
        ),
        migrations.CreateModel(
            name="DeadlineMark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "voided_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="voided at"
                    ),
                ),
                (
                    "void_reason",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        verbose_name="reason for voiding",
                    ),
                ),
                ("row_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("referral", "Refer the person to the Main Department"),
                            ("identification", "Record the decision on status"),
                            ("reflection", "Reflection period ends"),
                            ("stay", "Stay in the shelter ends"),
                            ("allowance", "Decide on the allowance"),
                            ("payment", "Pay the allowance"),
                            ("permit", "Residence permit expires"),
                            ("adulthood", "18th birthday"),
                            ("plan_review", "Review the rehabilitation plan"),
                            ("outcome", "Record the outcome of the referral"),
                            ("follow_up_1", "First follow-up after the return"),
                            ("follow_up_2", "Second follow-up after the return"),
                            ("follow_up_3", "Third follow-up after the return"),
                            ("follow_up_4", "Fourth follow-up after the return"),
                        ],
                        max_length=24,
                        verbose_name="what is due",
                    ),
                ),
                (
                    "record_key",
                    models.BigIntegerField(verbose_name="number of the record"),
                ),
                ("counted_from", models.DateField(verbose_name="counted from")),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("done", "done"),
                            ("postponed", "postponed"),
                            ("reassigned", "handed over"),
                        ],
                        max_length=12,
                        verbose_name="said",
                    ),
                ),
                (
                    "done_on",
                    models.DateField(blank=True, null=True, verbose_name="done on"),
                ),
                (
                    "postponed_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="postponed to"
                    ),
                ),
                (
                    "reason",
                    victims.sealed.SealedTextField(
                        blank=True, null=True, purpose="reason", verbose_name="reason"
                    ),
                ),
                (
                    "victim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deadline_marks",
                        to="victims.victim",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="worker",
                    ),
                ),
            ],
            options={
                "verbose_name": "mark on a deadline",
                "verbose_name_plural": "marks on deadlines",
                "ordering": ["-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DeadlineMarkEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "voided_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="voided at"
                    ),
                ),
                (
                    "void_reason",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=200,
                        verbose_name="reason for voiding",
                    ),
                ),
                ("row_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("referral", "Refer the person to the Main Department"),
                            ("identification", "Record the decision on status"),
                            ("reflection", "Reflection period ends"),
                            ("stay", "Stay in the shelter ends"),
                            ("allowance", "Decide on the allowance"),
                            ("payment", "Pay the allowance"),
                            ("permit", "Residence permit expires"),
                            ("adulthood", "18th birthday"),
                            ("plan_review", "Review the rehabilitation plan"),
                            ("outcome", "Record the outcome of the referral"),
                            ("follow_up_1", "First follow-up after the return"),
                            ("follow_up_2", "Second follow-up after the return"),
                            ("follow_up_3", "Third follow-up after the return"),
                            ("follow_up_4", "Fourth follow-up after the return"),
                        ],
                        max_length=24,
                        verbose_name="what is due",
                    ),
                ),
                (
                    "record_key",
                    models.BigIntegerField(verbose_name="number of the record"),
                ),
                ("counted_from", models.DateField(verbose_name="counted from")),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("done", "done"),
                            ("postponed", "postponed"),
                            ("reassigned", "handed over"),
                        ],
                        max_length=12,
                        verbose_name="said",
                    ),
                ),
                (
                    "done_on",
                    models.DateField(blank=True, null=True, verbose_name="done on"),
                ),
                (
                    "postponed_to",
                    models.DateField(
                        blank=True, null=True, verbose_name="postponed to"
                    ),
                ),
                (
                    "reason",
                    victims.sealed.SealedTextField(
                        blank=True, null=True, purpose="reason", verbose_name="reason"
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="assistance.deadlinemark",
                    ),
                ),
                (
                    "victim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="victims.victim",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="worker",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="deadlinemark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "",
                            "referral",
                            "identification",
                            "reflection",
                            "stay",
                            "allowance",
                            "payment",
                            "permit",
                            "adulthood",
                            "plan_review",
                            "outcome",
                            "follow_up_1",
                            "follow_up_2",
                            "follow_up_3",
                            "follow_up_4",
                        ],
                    )
                ),
                name="deadline_mark_kind_known_code",
                violation_error_message="This code is not in the list.",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadlinemark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("act__in", ["", "done", "postponed", "reassigned"])
                ),
                name="deadline_mark_act_known_code",
                violation_error_message="This code is not in the list.",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadlinemark",
            constraint=models.CheckConstraint(
                condition=models.Q(("done_on__lte", reference.records.BakuToday())),
                name="deadline_mark_done_on_not_in_future",
                violation_error_message="This date is later than today.",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadlinemark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("act", "done"),
                        ("done_on__isnull", False),
                        ("postponed_to", None),
                        ("worker", None),
                    ),
                    models.Q(
                        ("act", "postponed"),
                        ("done_on", None),
                        ("postponed_to__isnull", False),
                        ("worker", None),
                    ),
                    models.Q(
                        ("act", "reassigned"),
                        ("done_on", None),
                        ("postponed_to", None),
                        ("worker__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="deadline_mark_says_what_its_act_needs",
                violation_error_message="Say the day it was done, the day it is postponed to, or the worker: one of them.",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadlinemark",
            constraint=models.UniqueConstraint(
                condition=models.Q(("voided_at", None)),
                fields=("kind", "record_key", "counted_from", "act"),
                name="deadline_mark_made_once",
                violation_error_message="Somebody has said this meanwhile.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadlinemark",
            trigger=pgtrigger.compiler.Trigger(
                name="next_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                NEW.version = OLD.version;\n                IF NEW IS DISTINCT FROM OLD THEN\n                    NEW.version = OLD.version + 1;\n                END IF;\n                RETURN NEW;\n                ",
                    hash="d4d067f8e3f68499e66171207969e079900d3d5b",
                    operation="UPDATE",
                    pgid="pgtrigger_next_version_22cf3",
                    table="assistance_deadlinemark",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadlinemark",
            trigger=pgtrigger.compiler.Trigger(
                name="never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="f02c916dd750262877158470bdeedccf140f1944",
                    operation="DELETE",
                    pgid="pgtrigger_never_deleted_9336d",
                    table="assistance_deadlinemark",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadlinemark",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'a table of records is never emptied';",
                    hash="53c11bd71596ec074c4cb9538ad41c4ad45fdcc4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_7bc65",
                    table="assistance_deadlinemark",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadlinemark",
            trigger=pgtrigger.compiler.Trigger(
                name="postponed_with_a_reason",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF NEW.act = 'postponed' AND NEW.reason IS NULL THEN RAISE EXCEPTION USING\n        ERRCODE = 'check_violation',\n        CONSTRAINT = 'deadline_mark_postponed_with_a_reason',\n        MESSAGE = 'a deadline postponed without a reason';\n    END IF;\n    RETURN NULL;\n",
                    hash="2afebdf540873fcc45f88a59a2cd2d9ea2d38d04",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_postponed_with_a_reason_fe1b1",
                    table="assistance_deadlinemark",
                    timing="DEFERRABLE INITIALLY IMMEDIATE",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadlinemark",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "assistance_deadlinemarkevent" ("act", "counted_from", "done_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postponed_to", "reason", "record_key", "row_key", "version", "victim_id", "void_reason", "voided_at", "worker_id") SELECT new_values."act", new_values."counted_from", new_values."done_on", new_values."id", new_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."postponed_to", new_values."reason", new_values."record_key", new_values."row_key", new_values."version", new_values."victim_id", new_values."void_reason", new_values."voided_at", new_values."worker_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a87ae4679928256655bb1a21b0aecebd3cdbbe9a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2f9d9",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="assistance_deadlinemark",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadlinemark",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "assistance_deadlinemarkevent" ("act", "counted_from", "done_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postponed_to", "reason", "record_key", "row_key", "version", "victim_id", "void_reason", "voided_at", "worker_id") SELECT new_values."act", new_values."counted_from", new_values."done_on", new_values."id", new_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."postponed_to", new_values."reason", new_values."record_key", new_values."row_key", new_values."version", new_values."victim_id", new_values."void_reason", new_values."voided_at", new_values."worker_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ec5e9f2309dc52926b582cae7a7a18dac83238a0",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8a52b",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="assistance_deadlinemark",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadlinemarkevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="28cfb9a5585fc75d17314cd6cd2009b4632b444e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_67444",
                    table="assistance_deadlinemarkevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(DAY, "DROP FUNCTION deadline_day(date, integer, text);"),
        migrations.RunSQL(DEADLINES, DROP),
    ]
