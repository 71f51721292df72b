"""Pages that write cases and what belongs to them: who may, what is refused, kindly."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from cases.models import (
    Accused,
    CaseAssignment,
    CaseVictim,
    CriminalCase,
    Offence,
    Verdict,
    WantedNotice,
)
from tests.factories import (
    AccusedFactory,
    CaseAssignmentFactory,
    CaseVictimFactory,
    CriminalCaseFactory,
    OffenceFactory,
    SuspensionOrderFactory,
    UserFactory,
    VerdictFactory,
    VictimFactory,
    WantedNoticeFactory,
)
from victims.codes import check_character


@pytest.fixture
def case(db):
    """Return a case in the hands of an investigator."""
    return CaseAssignmentFactory().case


@pytest.fixture
def investigator(client, case):
    """Return a client signed in as the investigator of the case."""
    client.force_login(case.assignments.get().user)
    return client


def address(name, case, *args):
    return reverse(f"cases:{name}", args=[case.number, *args])


def post(client, url, **typed):
    return client.post(url, {"submission": uuid4(), **typed})


def errors(response):
    """Return what the form says, by field; what is said of the whole under ''."""
    found = response.context["form"].errors
    return {name.replace("__all__", ""): list(said) for name, said in found.items()}


def journal_of(action):
    entry = JournalEntry.objects.filter(action=action).latest("pk")
    return entry.codes, entry.fields


def test_a_new_case_is_in_the_hands_of_who_opened_it(investigator):
    post(investigator, reverse("cases:add"), number="19-0147", opened_on="4.6.2019")

    case = CriminalCase.objects.get(number="19-0147")
    assert case.opened_on == date(2019, 6, 4)
    assert case.assignments.get().since == localdate()
    assert investigator.get(address("overview", case)).status_code == 200


def test_a_new_case_stands_in_the_journal(investigator):
    post(investigator, reverse("cases:add"), number="19-0147", opened_on="4.6.2019")

    assert journal_of(Action.CREATED) == (["19-0147"], ["number", "opened_on"])


def test_a_number_of_another_case_is_refused_and_what_was_typed_stays(investigator):
    CriminalCaseFactory(number="19-0147")

    response = post(
        investigator, reverse("cases:add"), number="19-0147", article="144-2"
    )

    assert errors(response) == {
        "number": ["“Number” already stands in another record."]
    }
    assert response.context["form"]["article"].value() == "144-2"


def test_a_day_to_come_is_refused_in_the_words_of_the_constraint(investigator):
    response = post(
        investigator, reverse("cases:add"), number="99-1", opened_on="1.1.2199"
    )

    assert errors(response) == {"opened_on": ["This date is later than today."]}
    assert not CriminalCase.objects.filter(number="99-1").exists()


def test_the_same_form_posted_twice_opens_one_case(investigator):
    typed = {"number": "19-0147", "submission": uuid4()}

    first = investigator.post(reverse("cases:add"), typed)
    second = investigator.post(reverse("cases:add"), typed)

    assert CriminalCase.objects.filter(number="19-0147").count() == 1
    assert second.url == first.url


def test_a_case_that_gets_another_number_is_found_under_it(investigator, case):
    response = post(
        investigator, address("change", case), number="20-1/A", version=case.version
    )

    assert response.url == reverse("cases:overview", args=["20-1/A"])


def test_the_second_of_two_concurrent_changes_gets_both_values(investigator, case):
    shown = case.version
    CriminalCase.objects.filter(pk=case.pk).update(article="144-3")

    response = post(
        investigator,
        address("change", case),
        number=case.number,
        article="144-2",
        opened_on="1.2.2019",
        version=shown,
    )

    (found,) = response.context["differences"]
    assert response.status_code == 409
    assert (found.name, found.mine, found.saved) == ("article", "144-2", "144-3")
    assert CriminalCase.objects.get(pk=case.pk).article == "144-3"


def test_a_void_case_is_not_listed_and_takes_no_more_records(investigator, case):
    url = address("void", case)
    post(investigator, url, reason="entered twice", version=case.version)

    case.refresh_from_db()
    assert case.void_reason == "entered twice"
    assert investigator.get(address("offence-add", case)).status_code == 404


RECORDS = {
    "offence": {"number": "O-1", "article": "144-1", "registered_on": "3.2.2019"},
    "accused": {"code": "A-1", "sex": "F", "citizenship": "AZE"},
    "group": {"code": "G-1", "neutralised_on": "3.2.2019"},
}


@pytest.mark.parametrize("name", RECORDS)
def test_an_investigator_adds_records_to_the_case(investigator, case, name):
    response = post(investigator, address(f"{name}-add", case), **RECORDS[name])

    related = {"offence": case.offences, "accused": case.accused, "group": case.groups}
    assert related[name].count() == 1
    assert investigator.get(response.url).status_code == 200


def test_the_same_record_posted_twice_is_one(investigator, case):
    typed = RECORDS["offence"] | {"submission": uuid4()}

    for _ in range(2):
        investigator.post(address("offence-add", case), typed)

    assert Offence.objects.count() == 1


def test_an_accused_person_is_changed_and_the_journal_names_the_field(
    investigator, case
):
    accused = AccusedFactory(case=case, role="")

    post(
        investigator,
        address("accused-change", case, accused.pk),
        code=accused.code,
        sex="M",
        citizenship="AZE",
        role="recruiter",
        version=accused.version,
    )

    assert Accused.objects.get().role == "recruiter"
    assert journal_of(Action.CHANGED) == ([accused.code], ["role"])


def test_a_record_is_voided_with_a_reason_and_stays_struck_through(investigator, case):
    offence = OffenceFactory(case=case)

    post(
        investigator,
        address("offence-void", case, offence.pk),
        reason="of another case",
        version=offence.version,
    )

    assert Offence.objects.get().void_reason == "of another case"
    html = investigator.get(address("offences", case)).content.decode()
    assert '<tr class="void">' in html


def test_a_verdict_before_the_day_in_court_is_refused_in_words(investigator, case):
    accused = AccusedFactory(case=case, sent_to_court_on=date(2019, 9, 1))

    response = post(
        investigator,
        address("verdict-add", case),
        accused=accused.pk,
        verdict_on="31.8.2019",
        result="guilty",
    )

    assert errors(response) == {
        "": ["A verdict cannot come before the person was sent to court."]
    }
    assert response.context["form"]["verdict_on"].value() == "31.8.2019"


def test_the_day_in_court_stays_while_a_verdict_stands_on_it(investigator):
    verdict = VerdictFactory(accused__case=CriminalCase.objects.get())
    accused, case = verdict.accused, verdict.accused.case

    response = post(
        investigator,
        address("accused-change", case, accused.pk),
        code=accused.code,
        sex="M",
        version=accused.version,
    )

    (said,) = Accused.TRIGGER_MESSAGES.values()
    assert errors(response) == {"": [str(said)]}


def test_a_verdict_of_the_same_day_is_refused(investigator, case):
    verdict = VerdictFactory(accused__case=case)

    response = post(
        investigator,
        address("verdict-add", case),
        accused=verdict.accused.pk,
        verdict_on="20.11.2019",
    )

    said = "A verdict of that day is already recorded for this person."
    assert errors(response) == {"": [said]}
    assert Verdict.objects.count() == 1


def test_only_accused_of_the_case_stand_in_its_forms(investigator, case):
    own, other = AccusedFactory(case=case), AccusedFactory()

    form = investigator.get(address("verdict-add", case)).context["form"]

    choices = set(form.fields["accused"].queryset)
    assert choices == {own}
    assert other not in choices


def test_a_notice_is_declared_and_closed(investigator, case):
    accused = AccusedFactory(case=case)
    url = address("wanted-add", case)
    post(investigator, url, accused=accused.pk, declared_on="31.7.2019")
    notice = WantedNotice.objects.get()

    post(
        investigator,
        address("wanted-close", case, notice.pk),
        closed_on="3.10.2019",
        outcome="detained",
        version=notice.version,
    )

    notice.refresh_from_db()
    assert (notice.closed_on, notice.outcome) == (date(2019, 10, 3), "detained")
    assert investigator.get(address("wanted-close", case, notice.pk)).status_code == 404


def test_a_notice_is_not_closed_before_it_was_declared(investigator, case):
    notice = WantedNoticeFactory(accused__case=case)

    response = post(
        investigator,
        address("wanted-close", case, notice.pk),
        closed_on="30.7.2019",
        outcome="detained",
        version=notice.version,
    )

    said = "A notice cannot be closed before it was declared."
    assert errors(response) == {"": [said]}


def test_closing_a_notice_asks_for_the_day_and_the_outcome(investigator, case):
    notice = WantedNoticeFactory(accused__case=case)

    response = post(investigator, address("wanted-close", case, notice.pk))

    assert set(errors(response)) == {"closed_on", "outcome"}


def test_a_person_is_linked_by_a_code_typed_carelessly(investigator, case):
    last = check_character("KM4821")
    victim = VictimFactory(code=f"KM-4821-{last}")

    post(investigator, address("victim-add", case), code=f" км4821{last.lower()}")

    assert CaseVictim.objects.get().victim == victim


def test_a_mistyped_code_is_told_from_an_unknown_one(investigator, case):
    last = check_character("KM4821")
    url = address("victim-add", case)

    mistyped = post(investigator, url, code=f"KM-4812-{last}")
    unknown = post(investigator, url, code="V-2019-0001")

    assert errors(mistyped) == {
        "code": ["Check the code: its last character does not fit the others."]
    }
    assert errors(unknown) == {
        "code": ["No person has this code. Check what was typed."]
    }


def test_a_person_whose_file_is_suspended_cannot_be_linked(investigator, case):
    victim = SuspensionOrderFactory().victim

    response = post(investigator, address("victim-add", case), code=victim.code)

    assert errors(response) == {
        "code": ["No person has this code. Check what was typed."]
    }


def test_a_person_is_linked_to_a_case_once(investigator, case):
    link = CaseVictimFactory(case=case)

    response = post(investigator, address("victim-add", case), code=link.victim.code)

    assert errors(response) == {"": ["This person is already in the case."]}


def test_an_administrator_gives_a_case_to_an_investigator(client, user_as):
    case, investigator = (
        CriminalCaseFactory(),
        UserFactory(role=Role.POLICE_INVESTIGATOR),
    )
    client.force_login(user_as(Role.ADMINISTRATOR))

    post(
        client,
        address("assignment-add", case),
        user=investigator.pk,
        since="1.6.2019",
    )

    assert CaseAssignment.objects.get().user == investigator
    assert case in CriminalCase.objects.visible_to(investigator)


def test_only_investigators_are_given_cases(client, user_as):
    worker = UserFactory(role=Role.SHELTER_WORKER)
    client.force_login(user_as(Role.ADMINISTRATOR))
    url = address("assignment-add", CriminalCaseFactory())

    response = post(client, url, user=worker.pk, since="1.6.2019")

    assert set(errors(response)) == {"user"}


def test_an_assignment_does_not_end_before_it_starts(client, user_as):
    assignment = CaseAssignmentFactory()
    client.force_login(user_as(Role.ADMINISTRATOR))

    response = post(
        client,
        address("assignment-change", assignment.case, assignment.pk),
        user=assignment.user.pk,
        since="1.6.2019",
        until="31.5.2019",
        version=assignment.version,
    )

    assert errors(response) == {"": ["An assignment cannot end before it starts."]}
