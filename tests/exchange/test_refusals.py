"""What is refused: all of it at once, each with its place, and nothing written."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assistance.models import Allowance
from cases.models import CriminalCase
from reference.models import Organisation
from tests.exchange.folders import imported, refused, write
from tests.factories import AllowanceFactory
from victims.models import Victim

pytestmark = pytest.mark.django_db

KNOWN = {
    "victims": "code,birth_date\nV-1,1990-01-01\nV-2,",
    "shelters": "code,kind,capacity\nS-1,state_shelter,1\nS-2,state_shelter,",
    "decisions": "victim,status,decided_on\nV-1,identified,2019-06-10",
    "dependants": "code,victim\nD-1,V-1",
    "accused": "code,sent_to_court_on\nA-1,2019-06-10\nA-2,",
}
STAYS = "victim,shelter,admitted_on,left_on\n"
MONEY = "victim,kind,decided_on,paid_on,amount,status\n"
TOMORROW = (timezone.localdate() + timedelta(days=1)).isoformat()

REFUSALS = {
    "placement_ends_on_or_after_admission": (
        "placements",
        f"{STAYS}V-1,S-1,2019-06-05,2019-06-04",
        "placements.csv, line 2, left_on: “2019-06-04”",
    ),
    "placement_one_stay_at_a_time": (
        "placements",
        f"{STAYS}V-1,S-1,2019-06-01,2019-06-10\nV-1,S-2,2019-06-09,2019-06-20",
        "placements.csv, line 3, admitted_on: “2019-06-09”",
    ),
    "placement_within_capacity": (
        "placements",
        f"{STAYS}V-1,S-1,2019-06-01,\nV-2,S-1,2019-06-09,2019-06-20",
        "placements.csv, line 3, shelter: “S-1”",
    ),
    "allowance_one_unreversed": (
        "allowances",
        f"{MONEY}V-1,one_time,2019-06-10,,,pending\nV-1,one_time,2019-06-11,,,pending",
        "allowances.csv, line 3, victim: “V-1”",
    ),
    "allowance_after_identification": (
        "allowances",
        f"{MONEY}V-1,one_time,2019-06-09,,,pending",
        "allowances.csv, line 2, decided_on: “2019-06-09”",
    ),
    "allowance_amount_is_the_rate": (
        "allowances",
        f"{MONEY}V-1,one_time,2019-06-10,2019-06-10,400,paid",
        "allowances.csv, line 2, amount: “400”",
    ),
    "exploitation_one_main": (
        "exploitations",
        "victim,type,country,main\nV-1,slavery,TUR,1\nV-1,slavery,IRN,1",
        "exploitations.csv, line 3, main: “1”",
    ),
    "verdict_after_court": (
        "verdicts",
        "accused,verdict_on\nA-1,2019-06-09",
        "verdicts.csv, line 2, verdict_on: “2019-06-09”",
    ),
    "wanted_closed_on_or_after_declaration": (
        "wanted",
        "accused,declared_on,closed_on\nA-1,2019-06-09,2019-06-08",
        "wanted.csv, line 2, closed_on: “2019-06-08”",
    ),
    "dependant_service_preschool_once_a_year": (
        "dependant_services",
        "dependant,type,provided_on\nD-1,preschool,2019-01-01\nD-1,preschool,2019-09-01",
        "dependant_services.csv, line 3, provided_on: “2019-09-01”",
    ),
    "future_date": (
        "calls",
        f"received_on\n{TOMORROW}",
        f"calls.csv, line 2, received_on: “{TOMORROW}”",
    ),
}


@pytest.mark.parametrize("known_before", [False, True])
@pytest.mark.parametrize(("name", "text", "told"), REFUSALS.values(), ids=REFUSALS)
def test_what_a_form_refuses_a_file_cannot_bring(
    tmp_path, name, text, told, known_before
):
    write(tmp_path, **KNOWN)
    if known_before:
        imported(tmp_path)

    lines = refused(write(tmp_path, **{name: text}))

    assert lines[0] == "Errors: 1. Nothing was written."
    assert lines[2].strip().startswith(told)


def test_a_verdict_needs_a_day_in_court(tmp_path):
    verdicts = "accused,verdict_on\nA-2,2019-06-09"

    lines = refused(write(tmp_path, **KNOWN, verdicts=verdicts))

    assert lines[1] == "A verdict cannot come before the person was sent to court. (1)"


def test_a_day_in_court_cannot_move_behind_a_verdict(tmp_path):
    imported(write(tmp_path, **KNOWN, verdicts="accused,verdict_on\nA-1,2019-06-12"))
    (tmp_path / "verdicts.csv").unlink()

    lines = refused(write(tmp_path, accused="code,sent_to_court_on\nA-1,2019-06-13"))

    assert (
        lines[2]
        .strip()
        .startswith("accused.csv, line 2, sent_to_court_on: “2019-06-13”")
    )


def test_a_capacity_cannot_fall_below_the_people_there(tmp_path):
    shelters = "code,capacity\nS-1,{}"
    stays = f"{STAYS}V-1,S-1,2019-06-01,\nV-2,S-1,2019-06-02,"
    known = KNOWN | {"shelters": shelters.format(2), "placements": stays}
    imported(write(tmp_path, **known))
    (tmp_path / "placements.csv").unlink()

    lines = refused(write(tmp_path, shelters=shelters.format(1)))

    assert lines[2].strip().startswith("shelters.csv, line 2, capacity: “1”")


def test_a_stay_that_overlaps_one_of_the_register_is_refused(tmp_path):
    late = f"{STAYS}V-1,S-2,2019-06-09,2019-06-20"
    imported(write(tmp_path, **KNOWN, placements=late))

    early = f"{STAYS}V-1,S-1,2019-06-01,2019-06-10"
    lines = refused(write(tmp_path, placements=early))

    assert "placements.csv, line 2, left_on: “2019-06-10”" in " ".join(lines)


@pytest.mark.parametrize(
    ("here", "brought", "told"),
    [
        ("V-1,S-1,2019-06-01,", "V-1,S-2,2019-05-01,", "left_on"),
        ("V-1,S-1,2019-06-01,", "V-1,S-2,2019-06-01,", "admitted_on: “2019-06-01”"),
        ("V-1,S-1,2019-06-01,", "V-2,S-1,2019-05-01,", "shelter: “S-1”"),
    ],
)
def test_a_stay_begun_before_one_of_the_register_is_told_with_its_line(
    tmp_path, here, brought, told
):
    imported(write(tmp_path, **KNOWN, placements=STAYS + here))

    lines = refused(write(tmp_path, placements=STAYS + brought))

    assert lines[0] == "Errors: 1. Nothing was written."
    assert lines[2].strip().startswith(f"placements.csv, line 2, {told};")


def test_age_and_birth_date_must_agree(tmp_path):
    victims = "code,birth_date,age_at_identification\nV-1,1990-01-01,30"
    decisions = KNOWN["decisions"]

    lines = refused(write(tmp_path, victims=victims, decisions=decisions))

    assert lines[1:] == [
        "Age and birth date do not agree (1)",
        (
            "  victims.csv, line 2, age_at_identification: “30”; expected: the age on"
            " the day of the first decision “identified”, or empty"
        ),
    ]


def test_a_value_of_the_identity_is_never_repeated(tmp_path):
    lines = refused(write(tmp_path, victims="code,birth_date\nV-1,05.06.1990"))

    assert lines[2] == (
        "  victims.csv, line 2, birth_date: “•••”; expected: a date like 2019-06-04"
    )


TWENTY = {
    "weather": "day\n2019-01-01",
    "organisations": "code,type\nx-1,ngo\nx-1,legal\nx-2,club",
    "shelters": "code,capacity\nS-1,many",
    "victims": "code,sex,citizenship,first_contact_on\n"
    "V-1,F,AZE,\nV-2,W,AZE,\nV-3,F,AZ,\nV-4,F,AZE,4.6.2019\n",
    "decisions": "victim,status,decided_on\nV-1,identified,2019-06-10\n"
    f"V-1,identified,{TOMORROW}\nV-1,presumed,",
    "exploitations": "victim,type,country,main,means\nV-1,slavery,TUR,yes,\n"
    "V-1,slavery,IRN,1,magic",
    "services": "victim,type\nV-9,medical",
    "referrals": "victim,type,organisation,referred_on\nV-1,legal,nobody,2019-06-10",
    "cases": "opened_on,colour,number\n2019-01-01,red,C-1",
    "offences": "number,article\nO-1\n" + f"O-2,{'x' * 40}",
    "accused": "code,sex,sex\nA-1,F,F",
    "wanted": "declared_on\n2019-06-10",
    "grants": "project,amount\nP-1,12.345",
    "activities": "kind,participants\nseminar,-1",
    "dependants": "code,victim\nD-1,V-8",
}


def test_twenty_errors_get_one_report_and_the_register_is_as_it_was(tmp_path):
    organisations = Organisation.objects.count()

    lines = refused(write(tmp_path, **TWENTY))

    assert lines[0] == "Errors: 21. Nothing was written."
    assert sum(line.startswith("  ") for line in lines) == 21
    assert Organisation.objects.count() == organisations
    assert not (Victim.objects.exists())
    assert not (CriminalCase.objects.exists())


@pytest.mark.parametrize(
    "decisions",
    [
        "victim,state,decided_on\nV-1,identified,2019-06-10",
        "victim,status,decided_on\nV-1,identified,2019-06-10,police",
    ],
)
def test_decisions_that_cannot_be_read_make_no_allowance_wrong(tmp_path, decisions):
    allowances = f"{MONEY}V-1,one_time,2019-06-10,,,pending"
    files = KNOWN | {"decisions": decisions, "allowances": allowances}

    lines = refused(write(tmp_path, **files))

    assert [line for line in lines if "allowances.csv" in line] == []


def test_a_folder_without_a_register_is_refused(tmp_path):
    lines = refused(tmp_path)

    assert lines[0] == "Errors: 1. Nothing was written."


def test_a_file_that_is_no_csv_is_told_with_its_line(tmp_path):
    (tmp_path / "grants.csv").write_bytes(b'project\nA\n"B"x\n\xff\n')

    lines = refused(tmp_path)

    assert lines[2].startswith("  grants.csv, line 3; expected: comma-separated")


def test_a_file_does_not_pay_what_nobody_approved(tmp_path):
    AllowanceFactory(
        victim__code="V-1",
        victim__identified_on="2019-01-10",
        decided_on="2019-06-10",
        prepared=True,
    )
    write(tmp_path, allowances=f"{MONEY}V-1,one_time,2019-06-10,2019-06-10,,paid")

    lines = refused(tmp_path)

    assert lines[2].strip().startswith("allowances.csv, line 2, status: “paid”")
    assert Allowance.objects.get().status == "pending"
