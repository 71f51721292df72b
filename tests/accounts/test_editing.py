"""Pages that write one record: once, never over somebody else's save, always kept."""

from datetime import date
from uuid import uuid4

import pytest
from django.contrib.messages import get_messages
from django.utils.timezone import localdate

from accounts.choices import Action, Role
from accounts.models import JournalEntry, Submission
from tests.factories.assistance import PlacementFactory
from tests.factories.reference import ShelterFactory
from tests.factories.victims import DependantFactory
from tests.refused import must_be_past
from victims.models import Dependant

pytestmark = pytest.mark.urls("tests.accounts.editing_pages")


def typed(**changes):
    """Return what a browser posts for a new child."""
    return {
        "code": "D-1",
        "sex": "F",
        "birth_date": "4.6.2012",
        "submission": str(uuid4()),
    } | changes


@pytest.fixture
def stay(db):
    """Return a stay; the person in it is within reach of her shelter's staff."""
    return PlacementFactory(shelter=ShelterFactory(), admitted_on=localdate())


@pytest.fixture
def worker(client, user_as, stay):
    client.force_login(user_as(Role.SHELTER_WORKER, shelter=stay.shelter))
    return client


@pytest.fixture
def child(stay):
    return DependantFactory(victim=stay.victim, code="D-9", sex="", birth_date=None)


def changed(child, **changes):
    """Return what a browser posts for a child as it is now, with changes."""
    now = {"code": child.code, "sex": child.sex, "birth_date": "", "version": 1}
    return now | {"submission": str(uuid4())} | changes


def test_a_new_record_belongs_to_the_record_of_the_address(worker, stay):
    response = worker.post(f"/add/{stay.victim.code}/", typed())

    assert (response.status_code, response.url) == (302, "/back/")
    assert Dependant.objects.get().victim == stay.victim


def test_a_parent_beyond_reach_is_not_found(worker):
    other = DependantFactory().victim

    assert worker.post(f"/add/{other.code}/", typed()).status_code == 404


def test_the_write_is_kept_with_the_fields_that_were_filled_in(worker, stay):
    worker.post(f"/add/{stay.victim.code}/", typed())

    entry = JournalEntry.objects.get(action=Action.CREATED)
    assert entry.codes == ["D-1", stay.victim.code]
    assert entry.fields == ["code", "sex", "birth_date"]


def test_after_saving_the_page_says_so(worker, stay):
    response = worker.post(f"/add/{stay.victim.code}/", typed())

    assert [str(said) for said in get_messages(response.wsgi_request)] == ["Saved."]


def test_a_form_posted_twice_makes_one_record(worker, stay):
    sent = typed()

    answers = [worker.post(f"/add/{stay.victim.code}/", sent) for _ in range(2)]

    assert [(a.status_code, a.url) for a in answers] == [(302, "/back/")] * 2
    assert Dependant.objects.count() == 1


def test_a_form_that_was_refused_can_be_mended_and_posted_again(worker, stay):
    sent = typed(birth_date="soon")

    refused = worker.post(f"/add/{stay.victim.code}/", sent)
    mended = worker.post(f"/add/{stay.victim.code}/", sent | {"birth_date": "4.6.2012"})

    assert (refused.status_code, mended.status_code) == (200, 302)
    assert Submission.objects.get().address == "/back/"


def test_a_key_that_cannot_be_read_is_no_key(worker, stay):
    answer = worker.post(f"/add/{stay.victim.code}/", typed(submission="x"))

    assert answer.context["form"].errors["submission"]


def test_the_constraint_over_one_field_is_said_at_that_field(worker, stay):
    response = worker.post(f"/add/{stay.victim.code}/", typed(birth_date="4.6.2999"))

    errors = response.context["form"].errors
    assert errors == {"birth_date": [must_be_past("Birth date")]}


def test_what_only_the_database_notices_is_said_on_the_form(worker, stay):
    full = ShelterFactory(capacity=0)
    sent = {"shelter": full.pk, "admitted_on": "4.6.2019", "left_on": "5.6.2019"}

    response = worker.post(f"/place/{stay.victim.code}/", sent)

    said = ["The shelter is full on a day of this stay."]
    assert response.context["form"].non_field_errors() == said


def test_a_change_is_saved_and_its_fields_are_kept(worker, child):
    worker.post("/change/D-9/", changed(child, sex="M"))

    child.refresh_from_db()
    entry = JournalEntry.objects.get(action=Action.CHANGED)
    assert (child.sex, entry.fields) == ("M", ["sex"])


def test_the_second_of_two_saves_gets_a_page_with_both_values(worker, child):
    worker.post("/change/D-9/", changed(child, sex="F"))

    response = worker.post(
        "/change/D-9/", changed(child, sex="M", birth_date="4.6.2012")
    )

    found = [tuple(field) for field in response.context["differences"]]
    assert response.status_code == 409
    assert found == [
        ("sex", "Sex", "male", "female"),
        ("birth_date", "Birth date", "4 June 2012", "Not recorded"),
    ]


def test_the_page_of_a_conflict_names_who_saved_in_between(worker, child):
    worker.post("/change/D-9/", changed(child, sex="F"))

    response = worker.post("/change/D-9/", changed(child, sex="M"))

    assert response.context["change"]["by"] == response.wsgi_request.user


def test_a_conflict_saves_nothing(worker, child):
    worker.post("/change/D-9/", changed(child, sex="F"))
    worker.post("/change/D-9/", changed(child, sex="M"))

    child.refresh_from_db()
    assert (child.sex, child.version) == ("F", 2)


def test_what_is_chosen_field_by_field_is_saved(worker, child):
    worker.post("/change/D-9/", changed(child, sex="F"))
    again = {"version": 2, "keep-sex": "saved", "keep-birth_date": "mine"}

    worker.post("/change/D-9/", changed(child, sex="M", birth_date="4.6.2012", **again))

    child.refresh_from_db()
    assert (child.sex, child.birth_date) == ("F", date(2012, 6, 4))


def test_a_conflict_posts_everything_again_with_the_new_version(worker, child):
    worker.post("/change/D-9/", changed(child, sex="F"))

    response = worker.post("/change/D-9/", changed(child, sex="M"))

    posted = dict(response.context["posted"])
    assert posted.keys() == {"code", "sex", "birth_date", "submission"}
    assert response.context["saved"].version == 2


def test_voiding_shows_the_record_and_keeps_the_reason(worker, child):
    shown = worker.get("/void/D-9/").context["view"].facts
    worker.post("/void/D-9/", {"reason": "Entered twice", "version": 1})

    child.refresh_from_db()
    assert [fact.value for fact in shown] == ["Not recorded", "Not recorded"]
    assert (child.void_reason, child.voided_at is None) == ("Entered twice", False)


def test_voiding_without_a_reason_says_what_is_missing(worker, child):
    response = worker.post("/void/D-9/", {"reason": "", "version": 1})

    assert response.context["form"].errors == {"reason": ["Fill in “Reason”."]}


def test_voiding_what_was_changed_in_between_is_a_conflict(worker, child):
    worker.post("/change/D-9/", changed(child, sex="F"))

    response = worker.post("/void/D-9/", {"reason": "Entered twice", "version": 1})

    assert response.status_code == 409
