-- What the files of a register do not tell: old files are closed, every term has a
-- length, and the newest persons who are not closed are in a worker's hands.
-- One statement a paragraph.

UPDATE reference_term SET length = CASE unit WHEN 'hours' THEN 72
    WHEN 'months' THEN 3 WHEN 'years' THEN 1 ELSE 30 END
WHERE length IS NULL;

UPDATE victims_victim AS person SET case_status = 'closed'
FROM (
    SELECT victim_id, max(decided_on) AS day FROM victims_statusdecision
    GROUP BY victim_id
) AS last
WHERE last.victim_id = person.id AND person.id % 20 <> 0
    AND last.day < CURRENT_DATE - 730;

ANALYZE;
