from django.db import migrations

CREATE = """
CREATE FUNCTION allowance_rate_in_force(
    asked_kind text, decided_on date, paid_on date, identified_on date
) RETURNS numeric LANGUAGE sql STABLE AS $$
    SELECT rate.amount_azn FROM assistance_allowancerate AS rate
    CROSS JOIN LATERAL (
        SELECT CASE
            WHEN $3 IS NULL OR rate.deciding_day = 'decided_on' THEN $2
            WHEN rate.deciding_day = 'identified_on' THEN $4
            ELSE $3
        END AS day
    ) AS deciding
    WHERE rate.kind = asked_kind AND rate.voided_at IS NULL
      AND daterange(rate.valid_from, rate.valid_until, '[]') @> deciding.day
    ORDER BY rate.valid_from DESC NULLS LAST
    LIMIT 1
$$;
"""


class Migration(migrations.Migration):
    """The one place where the deciding day and the amount are chosen."""

    dependencies = [("assistance", "0001_tables")]
    operations = [
        migrations.RunSQL(
            CREATE,
            "DROP FUNCTION allowance_rate_in_force(text, date, date, date);",
        )
    ]
