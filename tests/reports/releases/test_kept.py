"""What was frozen stays as it was: files, pages of numbers, rows."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils.translation import override

from accounts.choices import Role
from reports.editions import draft_of, edition_of
from reports.export.document import as_json
from reports.export.rows import as_csv
from reports.export.workbook import as_xlsx
from reports.models import Release, ReleasedRecord
from reports.open.publishing import publish_openly
from reports.releases import freezing
from reports.releases.canonical import canonical, digest, read
from reports.releases.verifying import faults
from tests.reports.releases.changing import change_records
from tests.reports.releases.conftest import as_owner_without_triggers

COLUMN_OF = {
    "reports_preparation": "reason",
    "reports_withdrawal": "reason",
    "reports_explanation": "text",
    "reports_release": "reason",
    "reports_releasedrecord": "code",
    "reports_publication": "release_id",
    "reports_publishedtext": "payload",
}
EXTRA = """
    INSERT INTO reports_releasedrecord
        (release_id, figure, kind, object_id, code, cells)
    SELECT id, 'victims.identified', 'victims.victim', 999999, 'V-0', '{}'
    FROM reports_release
"""


def files():
    edition = edition_of(2019)
    return as_json(edition), as_csv(edition.figures), as_xlsx(edition)


def refused(sql):
    """Return whether the database refuses the statement."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError:
        return True
    return False


def test_a_frozen_year_gives_the_same_bytes_whatever_is_changed_since(frozen_db):
    before = files()

    change_records()

    assert files() == before


@pytest.mark.parametrize("language", ["az", "ru", "en"])
def test_a_frozen_year_tells_what_was_counted_in_each_language(frozen_db, language):
    with override(language):
        live, kept = read(as_json(draft_of(2019))), read(as_json(edition_of(2019)))

    assert kept["figures"] == live["figures"]
    assert kept["checks"] == live["checks"]
    assert (kept["status"], live["status"]) == ("frozen", "draft")


def test_raw_sql_changes_nothing_that_was_frozen(frozen_db, first, second):
    publish_openly(Release.objects.get(), second)
    freezing.withdraw(freezing.prepare(2019, first, "a revision"), first)
    verbs = {
        "UPDATE {table} SET {column} = {column}",
        "DELETE FROM {table}",
        "TRUNCATE {table} CASCADE",
    }

    allowed = {
        statement
        for verb in verbs
        for table, column in COLUMN_OF.items()
        if not refused(statement := verb.format(table=table, column=column))
    }

    assert allowed == set()


def test_no_record_is_added_to_a_frozen_year_by_raw_sql(frozen_db):
    assert refused(EXTRA)


def test_a_release_without_its_records_is_refused_at_the_commit(frozen_db, first):
    kept = Release.objects.get()
    preparation = freezing.prepare(2019, first, "a revision")
    content = kept.content | {
        "number": 2,
        "previous_sha256": kept.sha256,
        "reason": "a revision",
    }
    payload = canonical(content)
    fields = {
        "year": 2019,
        "number": 2,
        "preparation": preparation,
        "reason": "a revision",
        "prepared_by": first,
        "approved_by": kept.approved_by,
        "frozen_at": kept.frozen_at,
        "program": "x",
        "payload": payload,
        "previous_sha256": kept.sha256,
    }

    with pytest.raises(DatabaseError, match="not the hash"), transaction.atomic():
        Release.objects.create(**fields, sha256="0" * 64)
    with pytest.raises(DatabaseError, match="not the records"), transaction.atomic():
        Release.objects.create(**fields, sha256=digest(payload))


def test_every_number_has_as_many_records_as_it_says(frozen_db):
    lines = edition_of(2019).figures.lines
    told = {code: line.records for code, line in lines.items() if line.records}
    kept = {}
    for code in ReleasedRecord.objects.values_list("figure", flat=True):
        kept[code] = kept.get(code, 0) + 1

    assert kept == told
    assert told["victims.identified"] == 91
    assert told["calls.received"] == 6845


def test_the_hash_is_that_of_the_canonical_form(frozen_db):
    release = Release.objects.get()

    assert canonical(release.content) == release.payload
    assert digest(release.payload) == release.sha256
    assert list(faults()) == []


TAMPERED = {
    "hash": "UPDATE reports_release SET payload = replace(payload, '91', '92')",
    "records": "UPDATE reports_releasedrecord SET code = 'V-0' WHERE id IN"
    " (SELECT min(id) FROM reports_releasedrecord)",
    "row": "UPDATE reports_release SET reason = 'another'",
}


@pytest.mark.parametrize("what", TAMPERED)
def test_what_an_owner_changed_behind_the_triggers_is_found(frozen_db, what):
    with as_owner_without_triggers() as cursor:
        cursor.execute(TAMPERED[what])

    with pytest.raises(CommandError, match=f"2019, release 1: .*{what}"):
        call_command("verify_releases")


def test_the_roles_that_freeze_are_administrators_alone(db, user_as):
    verbs = ("prepare", "approve", "publish")
    may = {
        role
        for role in Role
        if all(user_as(role).has_perm(f"reports.{verb}_release") for verb in verbs)
    }

    assert may == {Role.ADMINISTRATOR}
