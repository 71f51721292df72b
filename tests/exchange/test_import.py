"""Bringing a register in: what it makes, changes, keeps and skips."""

from datetime import date
from decimal import Decimal

import pytest
from django.conf import settings
from django.utils import timezone

from accounts.models import JournalEntry
from assistance.models import Allowance, Placement, Service
from prevention.models import AgencyReturn
from reference.models import Region
from tests.exchange.folders import imported, write
from tests.factories import UserFactory
from victims.models import Exploitation, Identity, StatusDecision, Victim

pytestmark = pytest.mark.django_db

VICTIM = "code,birth_date,family_name\nV-1,1999-06-05,Əliyeva"
IDENTIFIED = "victim,status,decided_on\nV-1,identified,2019-06-04"
SHELTER = "code,kind,city,capacity\nS-1,state_shelter,Bakı,1"


def person(folder, **files):
    return write(folder, victims=VICTIM, decisions=IDENTIFIED, **files)


def test_the_demo_register_changes_nothing_the_second_time():
    folder = settings.BASE_DIR / "demo" / "register-2019"
    imported(folder)
    versions = list(Victim.objects.order_by("pk").values_list("pk", "version"))

    said = imported(folder)

    assert said.splitlines()[0] == (
        "The register has all of it already: nothing changed."
    )
    assert list(Victim.objects.order_by("pk").values_list("pk", "version")) == versions


def test_a_rehearsal_writes_nothing(tmp_path):
    said = imported(person(tmp_path), "--dry-run")

    assert said.splitlines()[0] == (
        "A rehearsal: nothing was written. The import would do this:"
    )
    assert not Victim.objects.exists()


def test_the_age_is_computed_on_the_day_of_identification(tmp_path):
    imported(person(tmp_path))

    assert Victim.objects.get().age_at_identification == 19


def test_the_age_is_computed_where_the_decision_arrives_later(tmp_path):
    imported(write(tmp_path, victims=VICTIM))
    (tmp_path / "victims.csv").unlink()

    imported(write(tmp_path, decisions=IDENTIFIED))

    assert Victim.objects.get().age_at_identification == 19


def test_the_identity_is_sealed_and_found(tmp_path):
    imported(person(tmp_path))

    assert Identity.objects.matching("aliyeva").get().family_name == "Əliyeva"


def test_an_empty_cell_and_an_absent_column_erase_nothing(tmp_path):
    imported(person(tmp_path))

    imported(write(tmp_path, victims="sex,code,family_name\nF,V-1,"))

    victim = Victim.objects.get()
    assert (victim.sex, victim.identity.family_name) == ("F", "Əliyeva")


def test_a_stay_gains_its_end_and_history_keeps_the_change(tmp_path):
    stay = "victim,shelter,admitted_on,left_on\nV-1,S-1,2019-06-05,"
    imported(person(tmp_path, shelters=SHELTER, placements=stay))

    imported(write(tmp_path, placements=f"{stay}2019-07-01"))

    kept = Placement.pgh_event_model.objects.order_by("pgh_id")
    assert list(kept.values_list("left_on", flat=True)) == [None, date(2019, 7, 1)]
    assert {event.pgh_context["source"] for event in kept} == {"import"}


def test_an_unknown_city_is_made_and_told(tmp_path):
    said = imported(write(tmp_path, shelters=SHELTER))

    assert Region.objects.get(name="Bakı").from_import
    assert "New cities and regions: Bakı" in said.splitlines()


@pytest.mark.parametrize(
    ("paid", "amount"),
    [
        (",,pending", 400),
        ("2019-06-03,,paid", 400),
        ("2019-06-04,700,paid", 700),
        ("2019-06-04,,paid", 700),
    ],
)
def test_an_allowance_has_the_rate_of_the_deciding_day(tmp_path, paid, amount):
    early = IDENTIFIED.replace("06-04", "05-01")
    rows = "victim,kind,decided_on,paid_on,amount,status\n"
    row = f"{rows}V-1,one_time,2019-05-02,{paid}"

    imported(write(tmp_path, victims=VICTIM, decisions=early, allowances=row))

    assert Allowance.objects.get().amount_azn == Decimal(amount)


def test_a_pending_allowance_is_set_anew_when_it_is_paid(tmp_path):
    early = IDENTIFIED.replace("06-04", "05-01")
    rows = "victim,kind,decided_on,paid_on,status\nV-1,one_time,2019-05-02,"
    imported(
        write(tmp_path, victims=VICTIM, decisions=early, allowances=f"{rows},pending")
    )

    imported(write(tmp_path, allowances=f"{rows}2019-06-04,paid"))

    assert Allowance.objects.get().amount_azn == Decimal(700)


def test_the_place_of_a_reversed_allowance_is_free(tmp_path):
    rows = "victim,kind,decided_on,status\nV-1,one_time,2019-06-04,"
    imported(person(tmp_path, allowances=f"{rows}pending"))

    both = f"{rows}reversed\nV-1,one_time,2019-06-05,pending"
    imported(write(tmp_path, allowances=both))

    assert Allowance.objects.unreversed().get().decided_on == date(2019, 6, 5)


def test_the_main_form_moves_from_one_to_another(tmp_path):
    rows = "victim,type,country,main\nV-1,slavery,TUR,{}\nV-1,servitude,TUR,{}"
    imported(person(tmp_path, exploitations=rows.format(1, 0)))

    imported(write(tmp_path, exploitations=rows.format(0, 1)))

    assert Exploitation.objects.get(main=True).type == "servitude"


def test_identical_rows_are_records_of_their_own(tmp_path):
    twice = "victim,type,provided_on\n" + "V-1,medical,2019-06-05\n" * 2
    imported(person(tmp_path, services=twice))

    imported(write(tmp_path, services=f"{twice}V-1,medical,2019-06-05"))

    assert Service.objects.count() == 3


def test_rows_are_compared_by_the_columns_that_the_file_has(tmp_path):
    full = "victim,type,provider,provided_on\nV-1,medical,mia,2019-06-05"
    imported(person(tmp_path, services=full))

    imported(write(tmp_path, services="victim,type\nV-1,medical"))

    assert Service.objects.count() == 1


def test_a_row_that_matches_a_voided_record_is_skipped(tmp_path):
    imported(person(tmp_path))
    Victim.objects.get().void("twice in the book")

    said = imported(tmp_path)

    assert "victims.csv            0          0          0          1" in said
    assert StatusDecision.objects.filter(voided_at=None).count() == 0


def test_a_changed_return_waits_for_a_second_approval(tmp_path):
    rows = "figure,year,value,agency\nraids.children,2019,{},mia"
    imported(write(tmp_path, returns=rows.format(430)))
    record = AgencyReturn.objects.get()
    record.approve(UserFactory())

    imported(write(tmp_path, returns=rows.format(431)))

    record.refresh_from_db()
    assert (record.value, record.approved_by) == (Decimal(431), None)


def test_the_journal_keeps_the_codes_that_came_in(tmp_path):
    imported(person(tmp_path))

    entry = JournalEntry.objects.get(action="imported")
    assert (entry.codes, entry.fields) == (["V-1"], ["victims.csv", "decisions.csv"])


def test_a_file_may_have_a_mark_other_line_ends_and_quotes(tmp_path):
    content = 'project,purpose\r\n"A ""new""\r\nproject",shelter\r\n'
    (tmp_path / "grants.csv").write_bytes(content.encode("utf-8-sig"))
    (tmp_path / "notes.txt").write_text("passed over")

    said = imported(tmp_path)

    assert said.splitlines()[-1].split() == ["grants.csv", "1", "0", "0", "0"]


def test_today_is_not_later_than_today(tmp_path):
    today = timezone.localdate().isoformat()

    imported(write(tmp_path, calls=f"received_on\n{today}"))

    assert imported(tmp_path, "--dry-run").startswith("The register has all of it")
