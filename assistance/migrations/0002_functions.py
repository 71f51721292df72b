from django.db import migrations

RATE_IN_FORCE = """
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

# A running sum over arrivals and departures. An open stay has no departure, and one that
# ends on its first day covers it. No day given: all days.
MOST_PEOPLE = """
CREATE FUNCTION most_people_on_a_day(asked_shelter bigint, first date, until date)
RETURNS bigint LANGUAGE sql STABLE AS $$
    WITH stay AS (
        SELECT admitted_on AS came, greatest(left_on, admitted_on + 1) AS gone,
            left_on IS NULL AS open
        FROM assistance_placement
        WHERE shelter_id = $1 AND voided_at IS NULL
          AND daterange(admitted_on, CASE WHEN left_on IS NULL THEN NULL
                ELSE greatest(left_on, admitted_on + 1) END)
              && daterange($2, CASE WHEN $3 IS NULL THEN NULL
                ELSE greatest($3, $2 + 1) END)
    ), movement AS (
        SELECT came AS day, 1 AS change FROM stay
        UNION ALL
        SELECT gone, -1 FROM stay WHERE NOT open
    ), daily AS (
        SELECT sum(sum(change)) OVER (ORDER BY day) AS people
        FROM movement GROUP BY day
    )
    SELECT coalesce(max(people), 0)::bigint FROM daily
$$;
"""


class Migration(migrations.Migration):
    """Where the deciding day and the amount are chosen, and where beds are counted."""

    dependencies = [("assistance", "0001_tables")]
    operations = [
        migrations.RunSQL(
            RATE_IN_FORCE,
            "DROP FUNCTION allowance_rate_in_force(text, date, date, date);",
        ),
        migrations.RunSQL(
            MOST_PEOPLE, "DROP FUNCTION most_people_on_a_day(bigint, date, date);"
        ),
    ]
