"""Pages that open, change, void and give away a case, and link a person to it."""

from datetime import date
from uuid import uuid4

from django.urls import reverse
from django.utils.timezone import localdate

from accounts.choices import Action, Role
from cases.models import (
    CaseAssignment,
    CaseVictim,
    CriminalCase,
)
from tests.cases.posting import address, errors, journal_of, post
from tests.factories import (
    CaseAssignmentFactory,
    CaseVictimFactory,
    CriminalCaseFactory,
    SuspensionOrderFactory,
    UserFactory,
    VictimFactory,
)
from tests.refused import must_be_past
from victims.codes import check_character


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

    assert errors(response) == {"opened_on": [must_be_past("Opened on")]}
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


def test_a_code_tried_in_vain_is_kept(investigator, case):
    post(investigator, address("victim-add", case), code="V-2019-0001")

    assert journal_of(Action.SEARCHED) == (["V-2019-0001"], ["code"])


def test_a_name_typed_for_a_code_is_not_kept(investigator, case):
    post(investigator, address("victim-add", case), code="Leyla Əliyeva")

    assert journal_of(Action.SEARCHED) == ([], ["code"])


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
