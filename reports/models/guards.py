"""What the database itself refuses about frozen years, as triggers."""

from typing import Final

import pgtrigger

LOCK_OF_A_YEAR: Final = 20192
"""The advisory lock under which a year is prepared and frozen, with the year."""

KEPT: Final = [
    pgtrigger.Protect(
        name="never_changed", operation=pgtrigger.Update | pgtrigger.Delete
    ),
    pgtrigger.Trigger(
        name="never_emptied",
        operation=pgtrigger.Truncate,
        when=pgtrigger.Before,
        level=pgtrigger.Statement,
        func="RAISE EXCEPTION 'what was frozen is never emptied';",
    ),
]


def _refusal(constraint: str, message: str) -> str:
    return f"""
        RAISE EXCEPTION USING
            ERRCODE = 'check_violation',
            CONSTRAINT = '{constraint}',
            MESSAGE = '{message}';
    """


def as_hashed(constraint: str) -> pgtrigger.Trigger:
    """Return what refuses a row whose hash is not that of its payload."""
    return pgtrigger.Trigger(
        name="as_hashed",
        operation=pgtrigger.Insert,
        when=pgtrigger.Before,
        func=f"""
    IF NEW.sha256 IS DISTINCT FROM
        encode(sha256(convert_to(NEW.payload, 'UTF8')), 'hex')
    THEN RAISE EXCEPTION USING
        ERRCODE = 'check_violation',
        CONSTRAINT = '{constraint}',
        MESSAGE = 'not the hash of the payload';
    END IF;
    RETURN NEW;
    """,
    )


ONE_OPEN: Final = pgtrigger.Trigger(
    name="one_open",
    operation=pgtrigger.Insert,
    when=pgtrigger.Before,
    func=f"""
    PERFORM pg_advisory_xact_lock({LOCK_OF_A_YEAR}, NEW.year);
    IF EXISTS (
        SELECT FROM reports_preparation AS other
        WHERE other.year = NEW.year
        AND NOT EXISTS (
            SELECT FROM reports_release WHERE preparation_id = other.id)
        AND NOT EXISTS (
            SELECT FROM reports_withdrawal WHERE preparation_id = other.id)
    ) THEN {_refusal("preparation_one_open", "the year is already prepared")}
    END IF;
    IF NEW.reason !~ '\\S'
        AND EXISTS (SELECT FROM reports_release WHERE year = NEW.year)
    THEN {_refusal("preparation_revision_has_a_reason", "a revision has a reason")}
    END IF;
    RETURN NEW;
    """,  # noqa: S608 - names of ours
)

OPEN_TO_WITHDRAW: Final = pgtrigger.Trigger(
    name="open_to_withdraw",
    operation=pgtrigger.Insert,
    when=pgtrigger.Before,
    func=f"""
    PERFORM pg_advisory_xact_lock({LOCK_OF_A_YEAR}, year)
        FROM reports_preparation WHERE id = NEW.preparation_id;
    IF EXISTS (
        SELECT FROM reports_release WHERE preparation_id = NEW.preparation_id
    ) THEN {_refusal("withdrawal_of_what_is_open", "it is frozen already")}
    END IF;
    RETURN NEW;
    """,
)

AS_PREPARED: Final = pgtrigger.Trigger(
    name="as_prepared",
    operation=pgtrigger.Insert,
    when=pgtrigger.Before,
    declare=[("last", "record"), ("prepared", "record"), ("told", "jsonb")],
    func=f"""
    PERFORM pg_advisory_xact_lock({LOCK_OF_A_YEAR}, NEW.year);
    IF NEW.sha256 IS DISTINCT FROM
        encode(sha256(convert_to(NEW.payload, 'UTF8')), 'hex')
    THEN {_refusal("release_hash_is_of_its_payload", "not the hash of the payload")}
    END IF;
    SELECT coalesce(max(number), 0) AS number,
        coalesce((array_agg(sha256 ORDER BY number DESC))[1], '') AS sha256
    INTO last FROM reports_release WHERE year = NEW.year;
    told = NEW.payload::jsonb;
    IF NEW.number <> last.number + 1
        OR NEW.previous_sha256 IS DISTINCT FROM last.sha256
        OR (told ->> 'year')::int IS DISTINCT FROM NEW.year
        OR (told ->> 'number')::int IS DISTINCT FROM NEW.number
        OR told ->> 'previous_sha256' IS DISTINCT FROM last.sha256
    THEN {_refusal("release_continues_the_chain", "not the next release of the year")}
    END IF;
    SELECT year, prepared_by_id, reason INTO prepared
    FROM reports_preparation WHERE id = NEW.preparation_id;
    IF prepared.year IS DISTINCT FROM NEW.year
        OR prepared.prepared_by_id IS DISTINCT FROM NEW.prepared_by_id
        OR prepared.reason IS DISTINCT FROM NEW.reason
        OR EXISTS (
            SELECT FROM reports_withdrawal WHERE preparation_id = NEW.preparation_id)
    THEN {_refusal("release_is_of_its_preparation", "not what was prepared")}
    END IF;
    RETURN NEW;
    """,  # noqa: S608 - names of ours
)

LINES: Final = """
    SELECT figure, count(*) AS records,
        encode(sha256(convert_to(string_agg(
            concat_ws(E'\\x1f', kind, code, cells::text, coalesce(amount::text, '')),
            E'\\n' ORDER BY kind COLLATE "C", code COLLATE "C", object_id
        ), 'UTF8')), 'hex') AS sha256
    FROM {rows} GROUP BY figure
"""
"""The number and the hash of the records of each figure in a table of them."""


def differing(release: str) -> str:
    """Return SQL for the figures whose records are not what the payload tells."""
    rows = LINES.format(rows=f"reports_releasedrecord WHERE release_id = {release}.id")
    return f"""
        SELECT coalesce(told.figure, found.figure) AS figure
        FROM (
            SELECT key AS figure, (value ->> 'records')::int AS records,
                value ->> 'records_sha256' AS sha256
            FROM jsonb_each({release}.payload::jsonb -> 'figures')
            WHERE (value ->> 'records')::int > 0
        ) AS told
        FULL JOIN ({rows}) AS found USING (figure)
        WHERE (told.records, told.sha256) IS DISTINCT FROM
            (found.records::int, found.sha256)
    """  # noqa: S608 - names of ours


ITS_RECORDS: Final = pgtrigger.Trigger(
    name="its_records",
    operation=pgtrigger.Insert,
    when=pgtrigger.After,
    timing=pgtrigger.Deferred,
    func=f"""
    IF EXISTS ({differing("NEW")})
    THEN {_refusal("release_has_its_records", "the numbers are not the records")}
    END IF;
    RETURN NULL;
    """,
)

RECORDS_AS_TOLD: Final = pgtrigger.Trigger(
    name="records_as_told",
    operation=pgtrigger.Insert,
    when=pgtrigger.After,
    level=pgtrigger.Statement,
    referencing=pgtrigger.Referencing(new="added"),
    declare=[("frozen", "record")],
    func=f"""
    FOR frozen IN
        SELECT * FROM reports_release
        WHERE id IN (SELECT DISTINCT release_id FROM added)
    LOOP
        IF EXISTS ({differing("frozen")})
        THEN {_refusal("release_has_its_records", "the numbers are not the records")}
        END IF;
    END LOOP;
    RETURN NULL;
    """,  # noqa: S608 - names of ours
)

PUBLISHED_BY_ANOTHER: Final = pgtrigger.Trigger(
    name="published_by_another",
    operation=pgtrigger.Insert,
    when=pgtrigger.Before,
    func=f"""
    IF EXISTS (
        SELECT FROM reports_release
        WHERE id = NEW.release_id AND prepared_by_id = NEW.published_by_id
    ) THEN {_refusal("publication_by_a_second_person", "who prepared it publishes it")}
    END IF;
    RETURN NEW;
    """,
)

HASH_OF_TEXTS: Final = """
    SELECT coalesce(encode(sha256(convert_to(
        string_agg(sha256, '' ORDER BY language COLLATE "C"), 'UTF8')), 'hex'), '')
    FROM reports_publishedtext WHERE publication_id = {publication}
"""
"""The hash over the hashes of the texts of a publication; empty where it has none."""


def _has_its_texts(publication: str, told: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="texts_as_told",
        operation=pgtrigger.Insert,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        func=f"""
    IF ({told}) IS DISTINCT FROM ({HASH_OF_TEXTS.format(publication=publication)})
    THEN {_refusal("publication_has_its_texts", "not the texts that were published")}
    END IF;
    RETURN NULL;
    """,
    )


HAS_ITS_TEXTS: Final = _has_its_texts("NEW.id", "NEW.texts_sha256")
TEXTS_AS_TOLD: Final = _has_its_texts(
    "NEW.publication_id",
    "SELECT texts_sha256 FROM reports_publication WHERE id = NEW.publication_id",
)
