"""Pages that write what belongs to a case: what is refused is said kindly."""

from datetime import date
from uuid import uuid4

import pytest

from accounts.choices import Action
from cases.models import (
    Accused,
    CriminalCase,
    Offence,
    Verdict,
    WantedNotice,
)
from tests.cases.posting import address, errors, journal_of, post
from tests.factories import (
    AccusedFactory,
    OffenceFactory,
    VerdictFactory,
    WantedNoticeFactory,
)

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

    sent = f"{accused.code} was sent to court on 1 September 2019"
    said = f"{sent}: enter that day or later."
    assert errors(response) == {"verdict_on": [said]}
    assert response.context["form"]["verdict_on"].value() == "31.8.2019"


def test_a_verdict_on_a_person_never_sent_to_court_is_refused_in_words(
    investigator, case
):
    accused = AccusedFactory(case=case, sent_to_court_on=None)

    response = post(
        investigator,
        address("verdict-add", case),
        accused=accused.pk,
        verdict_on="31.8.2019",
    )

    said = f"Record first on which day {accused.code} was sent to court."
    assert errors(response) == {"verdict_on": [said]}


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

    said = "This person has a verdict of 20 November 2019: enter that day or earlier."
    assert errors(response) == {"sent_to_court_on": [said]}


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

    said = "The notice was declared on 31 July 2019: enter that day or later."
    assert errors(response) == {"closed_on": [said]}


def test_a_notice_is_not_declared_as_closed_earlier(investigator, case):
    accused = AccusedFactory(case=case)

    response = post(
        investigator,
        address("wanted-add", case),
        accused=accused.pk,
        declared_on="31.7.2019",
        closed_on="30.7.2019",
    )

    said = "The notice was declared on 31 July 2019: enter that day or later."
    assert errors(response) == {"closed_on": [said]}


def test_a_form_of_a_case_tells_which_case_and_record_it_is(investigator, case):
    notice = WantedNoticeFactory(accused__case=case)
    told = {
        name: investigator.get(address(name, case, *args)).context["view"].facts
        for name, *args in (["offence-add"], ["wanted-close", notice.pk])
    }

    values = {name: [fact.value for fact in facts] for name, facts in told.items()}
    assert values == {
        "offence-add": [case.number],
        "wanted-close": [case.number, notice.accused.code, "31 July 2019"],
    }


def test_closing_a_notice_asks_for_the_day_and_the_outcome(investigator, case):
    notice = WantedNoticeFactory(accused__case=case)

    response = post(investigator, address("wanted-close", case, notice.pk))

    assert set(errors(response)) == {"closed_on", "outcome"}
