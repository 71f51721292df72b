"""What every record keeps: a version, its history, and no deletion."""

import pghistory
import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from factory.django import DjangoModelFactory

from reference.records import Record
from tests.factories import (
    AccusedFactory,
    AllowanceFactory,
    CaseVictimFactory,
    CriminalCaseFactory,
    DependantServiceFactory,
    IdentityDocumentFactory,
    PlacementFactory,
    ServiceFactory,
    ShelterFactory,
    VerdictFactory,
    VictimFactory,
)
from tests.refused import saved_past_the_form
from victims.models import Note

FACTORIES = [
    factory
    for factory in DjangoModelFactory.__subclasses__()
    if issubclass(factory._meta.model, Record)
]
every_record = pytest.mark.parametrize(
    "factory", FACTORIES, ids=lambda factory: factory._meta.model.__name__
)

OWN_RULE = {Note}  # tests/victims/test_notes.py
kept_for_good = pytest.mark.parametrize(
    "factory",
    [factory for factory in FACTORIES if factory._meta.model not in OWN_RULE],
    ids=lambda factory: factory._meta.model.__name__,
)


@kept_for_good
def test_no_record_is_deleted(db, factory):
    record = factory()

    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
        type(record).objects.filter(pk=record.pk).delete()


@every_record
def test_no_table_of_records_is_emptied(db, factory):
    table = connection.ops.quote_name(factory._meta.model._meta.db_table)

    with pytest.raises(DatabaseError, match="never emptied"), transaction.atomic():
        connection.cursor().execute(f"TRUNCATE {table} CASCADE")


@every_record
def test_a_change_raises_the_version_whoever_makes_it(db, factory):
    record = factory()

    saved_past_the_form(record, void_reason="changed", version=99)

    record.refresh_from_db()
    assert record.version == 2


@every_record
def test_a_save_without_a_change_leaves_the_version(db, factory):
    record = factory()
    saved_past_the_form(record, void_reason="changed")

    record.void_reason = "changed"
    record.save()

    record.refresh_from_db()
    assert record.version == 2


@every_record
def test_history_keeps_what_a_record_was_and_became(db, factory):
    record = factory()

    saved_past_the_form(record, void_reason="changed")

    events = record.events.order_by("pgh_id").values_list("pgh_label", "void_reason")
    assert list(events) == [("insert", ""), ("update", "changed")]


@every_record
def test_history_is_not_changed(db, factory):
    record = factory()

    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        record.events.update(void_reason="changed")


@every_record
def test_a_void_record_keeps_when_and_why(db, factory):
    record = factory()

    record.void("entered twice")

    record.refresh_from_db()
    assert record.voided_at
    assert record.void_reason == "entered twice"
    assert not type(record).objects.current().filter(pk=record.pk).exists()


def test_history_keeps_who_changed_a_record(db):
    with pghistory.context(user=7):
        shelter = ShelterFactory()

    assert shelter.events.get().pgh_context == {"user": 7}


def test_a_record_voided_again_keeps_its_first_reason(db):
    service = ServiceFactory()
    service.void("entered twice")

    service.void("another reason")

    service.refresh_from_db()
    assert service.void_reason == "entered twice"


def is_void(record):
    record.refresh_from_db()
    return record.voided_at is not None


def test_a_person_is_voided_with_the_whole_file(db):
    allowance = AllowanceFactory(paid=True)
    victim = allowance.victim
    parts = [
        victim.decisions.get(),
        PlacementFactory(victim=victim),
        DependantServiceFactory(dependant__victim=victim),
        IdentityDocumentFactory(identity__victim=victim),
        CaseVictimFactory(victim=victim),
    ]

    victim.void("a test entry")

    assert all(is_void(part) for part in [allowance, *parts])
    assert is_void(parts[2].dependant)
    assert not is_void(parts[4].case)


def test_a_void_person_frees_the_bed(db):
    shelter = ShelterFactory(capacity=1)
    PlacementFactory(shelter=shelter).victim.void("a test entry")

    assert PlacementFactory(shelter=shelter).pk


def test_a_case_is_voided_with_its_accused_and_their_verdicts(db):
    case = CriminalCaseFactory()
    verdict = VerdictFactory(accused__case=case)
    link = CaseVictimFactory(case=case)

    case.void("entered twice")

    assert is_void(verdict)
    assert is_void(verdict.accused)
    assert is_void(link)
    assert not is_void(link.victim)


def test_a_part_voided_before_keeps_its_own_reason(db):
    accused = AccusedFactory(in_court=True)
    verdict = VerdictFactory(accused=accused)
    verdict.void("of another person")

    accused.void("entered twice")

    verdict.refresh_from_db()
    assert verdict.void_reason == "of another person"


def test_a_refused_voiding_leaves_every_part(db):
    allowance = AllowanceFactory(paid=True)
    decision = allowance.victim.decisions.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        decision.void("entered by mistake")

    assert not is_void(decision)


def test_a_shelter_is_voided_alone(db):
    stay = PlacementFactory()

    stay.shelter.void("closed")

    assert not is_void(stay)


def test_the_journal_knows_a_record_by_a_code(db):
    victim = VictimFactory(code="KM-4821-7")

    assert ServiceFactory(victim=victim).journal_code == "KM-4821-7"
