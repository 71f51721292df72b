"""A year as of a day: what the register said then, from the kept history."""

import json
import random
from datetime import date, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from prevention.models import AgencyReturn, Call
from reports.checks import checks_of
from reports.editions import draft_of, edition_of
from reports.export.rows import as_csv
from reports.kinds import KINDS
from reports.models import Release
from reports.releases import past
from reports.releases.members import members
from reports.releases.sources import COLUMNS, TABLES, read_models
from reports.starts import starts_of
from reports.year import figures_of
from tests.factories import (
    AccusedFactory,
    CallFactory,
    CriminalCaseFactory,
    ExploitationFactory,
    OffenceFactory,
    PlacementFactory,
    ShelterFactory,
    StatusDecisionFactory,
    VictimFactory,
)
from tests.reports.releases.changing import change_records

NOT_TRACKED = {"reports_release"}  # never changed: told apart by when it was frozen


def told(year=2019):
    """Return all numbers, cells and records of the year."""
    query = members(year, starts_of(year))
    with connection.cursor() as cursor:
        cursor.execute(f"{query.sql} ORDER BY 1, 2, 3", query.parameters)
        rows = cursor.fetchall()
    return as_csv(figures_of(year)), rows


def told_as_of(moment):
    with past.as_of(moment):
        return told()


def now():
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def add_a_call():
    CallFactory(received_on=date(2019, random.randint(1, 12), 5))


def add_a_person():
    person = VictimFactory(code=f"V-R-{random.getrandbits(40)}")
    StatusDecisionFactory(victim=person, decided_on=date(2019, 5, 6))
    ExploitationFactory(victim=person, country=random.choice(["TUR", "IRN", "QAT"]))


def add_an_offence():
    case = CriminalCaseFactory()
    OffenceFactory(case=case)
    AccusedFactory(case=case, in_court=True)


def add_a_stay():
    PlacementFactory(shelter=ShelterFactory(), admitted_on=date(2019, 3, 3))


def void_one():
    kind = random.choice([Call, AgencyReturn, *KINDS])
    found = list(kind.objects.filter(voided_at=None)[:5])
    if found and kind.__name__ in {"Call", "Offence", "Accused", "Victim"}:
        random.choice(found).void("a mistake")


def change_a_call():
    if call := Call.objects.filter(voided_at=None).first():
        call.received_on = date(random.choice([2018, 2019]), 6, 6)
        call.save()


DEEDS = (
    add_a_call,
    add_a_person,
    add_an_offence,
    add_a_stay,
    void_one,
    change_a_call,
)


def test_at_every_moment_of_a_history_it_tells_what_was_told_then(committed_db):
    random.seed(2019)
    history = []
    for _ in range(24):
        with transaction.atomic():
            random.choice(DEEDS)()
        history.append((now(), told()))

    wrong = [at for at, then in history if told_as_of(at) != then]

    assert len({str(then) for _at, then in history}) > 12
    assert wrong == []


def test_as_of_the_freeze_it_equals_the_release(frozen_db):
    release = Release.objects.get()
    change_records()

    edition = past.edition_as_of(2019, release.frozen_at)

    frozen = edition_of(2019)
    assert as_csv(edition.figures) == as_csv(frozen.figures)
    assert [c.code for c in edition.checks if not c.passed] == [
        c.code for c in frozen.checks if not c.passed
    ]
    assert as_csv(draft_of(2019).figures) != as_csv(frozen.figures)


def test_a_release_of_later_is_not_known_then(frozen_db):
    release = Release.objects.get()

    with past.as_of(release.frozen_at - timedelta(microseconds=1)):
        assert figures_of(2020).before is None
    with past.as_of(release.frozen_at):
        assert figures_of(2020).before.number == 1


def test_nothing_of_the_past_is_left_behind(frozen_db):
    before = told()

    with transaction.atomic():
        past.edition_as_of(2019, Release.objects.get().frozen_at)
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_class WHERE relpersistence = 't'")
            left = cursor.fetchone()[0]

    assert left == 0
    assert told() == before


def test_the_command_counts_the_end_of_a_day(demo_db, capsys):
    today = timezone.localdate().isoformat()

    call_command("annual_figures", "2019", "--as-of", today, format="json")

    told = json.loads(capsys.readouterr().out)
    assert told["figures"]["victims.identified"]["value"] == 91
    assert told["status"] == "draft"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("2019-12-31", "knows nothing before"),
        ("2990-01-01", "has not come yet"),
        ("yesterday", "is no day"),
    ],
)
def test_a_moment_of_which_nothing_is_known_is_an_error(demo_db, asked, said):
    with pytest.raises(CommandError, match=said):
        call_command("annual_figures", "2019", "--as-of", asked)


def test_an_empty_register_says_that_it_knows_nothing(committed_db):
    with pytest.raises(past.NotKnown, match="nothing was entered"):
        past.require_known(timezone.now())


def test_what_was_imported_later_is_told_on_the_error_stream(committed_db, capsys):
    CallFactory()
    moment = now()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pghistory.context_metadata', %s, false)",
            [json.dumps({"source": "import"})],
        )
    CallFactory.create_batch(3)

    call_command("annual_figures", "2019", "--as-of", moment.isoformat())

    assert "not counted here: 3 records" in capsys.readouterr().err


def test_everything_that_is_counted_has_a_kept_history(db):
    with CaptureQueriesContext(connection) as queries:
        checks_of(figures_of(2019))
    sql = " ".join(query["sql"] for query in queries.captured_queries)
    shadowed = {model._meta.db_table: model for model in read_models()}
    asked = {pair for pair in COLUMNS.findall(sql) if pair[0] in shadowed}

    assert set(TABLES.findall(sql)) - NOT_TRACKED <= set(shadowed)
    assert [
        (table, column)
        for table, column in sorted(asked)
        if column
        not in {f.column for f in shadowed[table].pgh_event_model._meta.concrete_fields}
    ] == []


def test_a_day_ends_at_midnight_in_baku():
    assert past.end_of(date(2020, 1, 31)) == datetime.fromisoformat(
        "2020-01-31T23:59:59.999999+04:00"
    )
