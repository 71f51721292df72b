-- The figures of a year and of the year before, written by hand in as few passes as the
-- tables allow: the yardstick for the engine. %(year)s, %(before)s (the year before),
-- %(first)s (1 January of the year before), %(last)s (31 December of the year).
-- One statement a paragraph.

WITH earliest AS MATERIALIZED (
    SELECT decision.victim_id, min(decision.decided_on) AS day
    FROM victims_statusdecision AS decision
    WHERE decision.status = 'identified' AND decision.voided_at IS NULL
    GROUP BY decision.victim_id
), identified AS MATERIALIZED (
    SELECT victim.id, extract(year FROM earliest.day)::int AS year,
        victim.sex, victim.citizenship, victim.age_at_identification AS age
    FROM earliest JOIN victims_victim AS victim ON victim.id = earliest.victim_id
    WHERE victim.role = 'victim' AND victim.voided_at IS NULL
        AND victim.merged_into_id IS NULL AND earliest.day <= %(last)s
)
SELECT year, GROUPING(person_type, sex, citizenship, country, type), person_type, sex,
    citizenship, country, type, count(*),
    count(*) FILTER (WHERE type IN ('forced_labour', 'forced_begging'))
FROM (
    SELECT identified.year,
        CASE WHEN age < 18 THEN 'children' WHEN age >= 18 AND sex = 'F' THEN 'women'
            WHEN age >= 18 AND sex = 'M' THEN 'men'
            WHEN age >= 18 AND sex = 'other' THEN 'other' ELSE 'unknown' END
            AS person_type,
        coalesce(nullif(sex, ''), 'unknown') AS sex,
        coalesce(nullif(nullif(citizenship, ''), 'XXX'), 'unknown') AS citizenship,
        coalesce(nullif(nullif(main.country, ''), 'XXX'), 'unknown') AS country,
        coalesce(main.type, 'unknown') AS type
    FROM identified
    LEFT JOIN victims_exploitation AS main ON main.victim_id = identified.id
        AND main.main AND main.voided_at IS NULL
    WHERE identified.year IN (%(year)s, %(before)s)
) AS person
GROUP BY GROUPING SETS ((year), (year, person_type), (year, sex), (year, citizenship),
    (year, country), (year, type))
UNION ALL
SELECT year, -1, NULL, NULL, NULL, NULL, NULL, count(*), NULL FROM identified GROUP BY year;

WITH sheltered AS (
    SELECT DISTINCT stay.victim_id, extract(year FROM stay.admitted_on)::int AS year
    FROM assistance_placement AS stay
    JOIN reference_shelter AS shelter ON shelter.id = stay.shelter_id
    JOIN victims_victim AS victim ON victim.id = stay.victim_id
    WHERE stay.admitted_on BETWEEN %(first)s AND %(last)s AND stay.voided_at IS NULL
        AND shelter.kind = 'state_shelter' AND victim.role = 'victim'
        AND victim.voided_at IS NULL AND victim.merged_into_id IS NULL
), helped AS (
    SELECT service.victim_id, extract(year FROM service.provided_on)::int AS year,
        bool_or(service.type = 'medical') AS medical,
        bool_or(service.type = 'psychological') AS psychological,
        bool_or(service.type = 'legal') AS legal
    FROM assistance_service AS service
    WHERE service.provided_on BETWEEN %(first)s AND %(last)s
        AND service.voided_at IS NULL
        AND service.type IN ('medical', 'psychological', 'legal')
    GROUP BY 1, 2
)
SELECT year, count(*), count(*) FILTER (WHERE medical),
    count(*) FILTER (WHERE psychological), count(*) FILTER (WHERE legal)
FROM sheltered LEFT JOIN helped USING (victim_id, year)
GROUP BY year;

SELECT referral.type, extract(year FROM referral.day)::int, count(DISTINCT victim.id)
FROM (
    SELECT victim_id, type, started_on AS day FROM assistance_referral
    WHERE type = 'employment' AND outcome = 'hired' AND voided_at IS NULL
        AND started_on BETWEEN %(first)s AND %(last)s
    UNION ALL
    SELECT victim_id, type, referred_on FROM assistance_referral
    WHERE type = 'vocational_training' AND voided_at IS NULL
        AND referred_on BETWEEN %(first)s AND %(last)s
    UNION ALL
    SELECT victim_id, type, completed_on FROM assistance_referral
    WHERE type = 'family_return' AND outcome = 'returned' AND voided_at IS NULL
        AND completed_on BETWEEN %(first)s AND %(last)s
) AS referral JOIN victims_victim AS victim ON victim.id = referral.victim_id
WHERE victim.role = 'victim' AND victim.voided_at IS NULL
    AND victim.merged_into_id IS NULL
GROUP BY 1, 2;

SELECT extract(year FROM paid_on)::int, amount_azn, count(*), sum(amount_azn)
FROM assistance_allowance AS allowance
JOIN victims_victim AS victim ON victim.id = allowance.victim_id
WHERE allowance.kind = 'one_time' AND allowance.status = 'paid'
    AND allowance.voided_at IS NULL AND paid_on BETWEEN %(first)s AND %(last)s
    AND victim.role = 'victim' AND victim.voided_at IS NULL
    AND victim.merged_into_id IS NULL
GROUP BY 1, 2;

SELECT extract(year FROM service.provided_on)::int, service.type,
    count(DISTINCT service.dependant_id)
FROM assistance_dependantservice AS service
JOIN victims_dependant AS child ON child.id = service.dependant_id
JOIN victims_victim AS victim ON victim.id = child.victim_id
WHERE service.provided_on BETWEEN %(first)s AND %(last)s
    AND service.type IN ('preschool', 'alimony', 'documents')
    AND service.voided_at IS NULL AND child.voided_at IS NULL AND victim.role = 'victim'
    AND victim.voided_at IS NULL AND victim.merged_into_id IS NULL
GROUP BY 1, 2;

SELECT extract(year FROM registered_on)::int, offence.article, count(*)
FROM cases_offence AS offence
LEFT JOIN cases_criminalcase AS criminal ON criminal.id = offence.case_id
WHERE offence.voided_at IS NULL AND criminal.voided_at IS NULL
    AND registered_on <= %(last)s
    AND offence.article IN ('144-1', '144-2', '144-3')
GROUP BY 1, 2;

SELECT extract(year FROM neutralised_on)::int, count(DISTINCT band.id),
    count(member.id) FILTER (WHERE own.voided_at IS NULL)
FROM cases_criminalgroup AS band
LEFT JOIN cases_criminalcase AS criminal ON criminal.id = band.case_id
LEFT JOIN cases_accused AS member ON member.group_id = band.id
    AND member.voided_at IS NULL
LEFT JOIN cases_criminalcase AS own ON own.id = member.case_id
WHERE neutralised_on BETWEEN %(first)s AND %(last)s AND band.voided_at IS NULL
    AND criminal.voided_at IS NULL
GROUP BY 1;

SELECT count(DISTINCT accused.id) FILTER (WHERE in_year),
    count(DISTINCT accused.id) FILTER (WHERE in_before),
    count(DISTINCT accused.id) FILTER (WHERE in_year AND caught = %(year)s),
    count(DISTINCT accused.id) FILTER (WHERE in_before AND caught = %(before)s)
FROM (
    SELECT accused_id,
        closed_on IS NULL OR closed_on >= make_date(%(year)s, 1, 1) AS in_year,
        declared_on <= make_date(%(before)s, 12, 31) AS in_before,
        CASE WHEN outcome = 'detained' THEN extract(year FROM closed_on) END AS caught
    FROM cases_wantednotice
    WHERE declared_on <= %(last)s AND (closed_on IS NULL OR closed_on >= %(first)s)
        AND voided_at IS NULL
) AS notice JOIN cases_accused AS accused ON accused.id = notice.accused_id
LEFT JOIN cases_criminalcase AS criminal ON criminal.id = accused.case_id
WHERE accused.voided_at IS NULL AND criminal.voided_at IS NULL;

SELECT extract(year FROM investigation_completed_on)::int, count(*)
FROM cases_criminalcase
WHERE investigation_completed_on BETWEEN %(first)s AND %(last)s AND voided_at IS NULL
GROUP BY 1;

SELECT extract(year FROM sent_to_court_on)::int, coalesce(nullif(sex, ''), 'unknown'),
    count(*)
FROM cases_accused AS accused
LEFT JOIN cases_criminalcase AS criminal ON criminal.id = accused.case_id
WHERE sent_to_court_on <= %(last)s AND accused.voided_at IS NULL
    AND criminal.voided_at IS NULL
GROUP BY 1, 2;

SELECT year, sent, count(*) FROM (
    SELECT DISTINCT accused.id, extract(year FROM verdict_on)::int AS year,
        extract(year FROM sent_to_court_on) = extract(year FROM verdict_on) AS sent
    FROM cases_verdict AS verdict
    JOIN cases_accused AS accused ON accused.id = verdict.accused_id
    LEFT JOIN cases_criminalcase AS criminal ON criminal.id = accused.case_id
    WHERE verdict.result = 'guilty' AND verdict.voided_at IS NULL
        AND verdict_on BETWEEN %(first)s AND %(last)s
        AND accused.voided_at IS NULL AND criminal.voided_at IS NULL
) AS person GROUP BY 1, 2;

SELECT extract(year FROM received_on)::int, coalesce(nullif(topic, ''), 'unknown'),
    count(*), count(*) FILTER (WHERE outcome = 'trafficking_referral')
FROM prevention_call
WHERE received_on BETWEEN %(first)s AND %(last)s AND voided_at IS NULL
GROUP BY 1, 2;

SELECT extract(year FROM held_on)::int, sum(copies),
    count(DISTINCT region_id) FILTER (WHERE kind = 'seminar'),
    count(*) FILTER (WHERE kind IN ('conference', 'seminar', 'training')
        AND role = 'participant'),
    count(*) FILTER (WHERE kind IN ('conference', 'seminar', 'training')
        AND role = 'instructor')
FROM prevention_activity
WHERE held_on BETWEEN %(first)s AND %(last)s AND voided_at IS NULL
GROUP BY 1;

SELECT extract(year FROM granted_on)::int, count(*), sum(amount_azn),
    sum(amount_azn) FILTER (WHERE purpose IN ('shelter', 'rehabilitation_centre')),
    count(*) FILTER (WHERE purpose = 'shelter'),
    count(*) FILTER (WHERE purpose = 'rehabilitation_centre')
FROM prevention_grant
WHERE granted_on BETWEEN %(first)s AND %(last)s AND voided_at IS NULL
GROUP BY 1;

SELECT figure, year, value, precision, approved_by_id, document FROM prevention_agencyreturn
WHERE year IN (%(year)s, %(before)s) AND voided_at IS NULL;

SELECT figure, through_year, value FROM prevention_baseline WHERE voided_at IS NULL;
