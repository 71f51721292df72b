"""The agency that a referral is sent to: it sees the fields agreed, while it runs."""

import pytest
from django.utils.timezone import localdate

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from assistance.choices import SharedField
from tests.factories import (
    ConsentFactory,
    IdentityFactory,
    OrganisationFactory,
    SendingFactory,
    SuspensionOrderFactory,
    VictimFactory,
)
from tests.shelter import address, problems, queries, send

TOLD = {
    "name": "Əliyeva Günay Rəşad",
    "phone": "+994 50 123 45 67",
    "sex": "Female",
    "age_group": "18 or over",
    "citizenship": "Georgia",
    "language": "Kartuli",
    "needs": "A lawyer who speaks Russian.",
}
PUBLIC = [name for name in TOLD if name not in ("name", "phone")]


@pytest.fixture
def agency(db):
    return OrganisationFactory(name="Assistance Centre")


@pytest.fixture
def worker(client, user_as, agency):
    """Sign in a worker of the agency, to whom no file is assigned."""
    user = user_as(Role.ASSISTANCE_WORKER, organisation=agency)
    client.force_login(user)
    return user


@pytest.fixture
def person(db):
    victim = VictimFactory(code="KM-4821-7", citizenship="GEO")
    IdentityFactory(victim=victim, phone=TOLD["phone"], phone_safety="safe")
    ConsentFactory(victim=victim, language="Kartuli")
    return victim


@pytest.fixture
def sending(worker, agency, person):
    shared = [name.value for name in SharedField]
    return SendingFactory(victim=person, organisation=agency, shared=shared)


def told(page):
    """Return which of the values the page says."""
    return {name for name, value in TOLD.items() if value in page.text}


def test_the_inbox_lists_what_is_before_the_agency(client, worker, sending):
    SendingFactory()

    page = client.get(address("inbox:list"))

    assert [row["sending"] for row in page.context["rows"]] == [sending]
    assert JournalEntry.objects.get().codes == ["KM-4821-7"]


def test_an_account_of_no_organisation_is_told_so(client, user_as):
    client.force_login(user_as(Role.ASSISTANCE_WORKER))

    assert "belongs to no organisation" in client.get(address("inbox:list")).text


@pytest.mark.parametrize("name", TOLD)
def test_the_receiver_sees_a_field_that_was_agreed_and_no_other(client, sending, name):
    sending.shared = [name]
    sending.save()
    sending.accept(sending.sender)
    url = address("inbox:sending", sending.pk)

    seen = told(client.get(url)) | told(client.post(url, {"reason": "to call her"}))

    assert seen == {name}


def test_name_and_phone_are_shown_with_a_reason_once_it_is_accepted(client, sending):
    url = address("inbox:sending", sending.pk)
    before = told(client.post(url, {"reason": "curious"}))

    send(client, address("inbox:accept", sending.pk))
    masked, shown = told(client.get(url)), told(client.post(url, {"reason": "call"}))

    assert (before, masked, shown) == (set(PUBLIC), set(PUBLIC), set(TOLD))
    entry = JournalEntry.objects.filter(action=Action.SHOWED).get()
    assert (entry.codes, entry.fields, entry.reason) == (
        ["KM-4821-7"],
        ["name", "phone"],
        "call",
    )


def test_without_a_reason_no_name_is_shown(client, sending):
    sending.accept(sending.sender)

    page = client.post(address("inbox:sending", sending.pk), {"reason": " "})

    assert told(page) == set(PUBLIC)


def test_an_unsafe_phone_is_told_struck(client, sending):
    sending.victim.identity.phone_safety = "unsafe"
    sending.victim.identity.save()
    sending.accept(sending.sender)

    page = client.post(address("inbox:sending", sending.pk), {"reason": "call"})

    assert (f"<s>{TOLD['phone']}</s>" in page.text, "tel:" in page.text) == (
        True,
        False,
    )


ENDS = {
    "done": lambda sending: (sending.accept(sending.sender), sending.finish()),
    "declined": lambda sending: sending.decline(sending.sender, "no room"),
    "taken back": lambda sending: sending.revoke(),
    "withdrawn": lambda sending: sending.consent.void("withdrawn"),
    "suspended": lambda sending: SuspensionOrderFactory(victim=sending.victim),
    "voided": lambda sending: sending.void("a mistake"),
    "person voided": lambda sending: sending.victim.void("a mistake"),
}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("page", ["sending", "accept", "decline", "done"])
def test_the_receiver_sees_it_no_longer_when_it_ends(client, sending, end, page):
    ENDS[end](sending)

    assert client.get(address(f"inbox:{page}", sending.pk)).status_code == 404
    assert client.get(address("inbox:list")).context["rows"] == []


def test_it_is_gone_once_the_days_of_the_consent_have_run_out(client, sending):
    consent = type(sending.consent).objects.filter(pk=sending.consent.pk)
    consent.update(valid_until=localdate().replace(year=2020))

    assert client.get(address("inbox:sending", sending.pk)).status_code == 404


@pytest.mark.parametrize("end", ["of another agency", "for another role"])
def test_it_is_before_those_it_was_sent_to_only(client, user_as, sending, end):
    if end == "for another role":
        sending.for_role = Role.SHELTER_WORKER
        sending.save()
    else:
        other = user_as(Role.ASSISTANCE_WORKER, organisation=OrganisationFactory())
        client.force_login(other)

    assert client.get(address("inbox:sending", sending.pk)).status_code == 404


def test_a_referral_opens_no_file(client, sending):
    sending.accept(sending.sender)

    assert client.get(address("assistance:overview", "KM-4821-7")).status_code == 404


def test_it_is_accepted(client, worker, sending):
    send(client, address("inbox:accept", sending.pk))

    sending.refresh_from_db()
    assert (sending.state, sending.answered_by) == ("accepted", worker)


def test_it_is_declined_with_a_reason(client, worker, sending):
    page = send(client, address("inbox:decline", sending.pk))
    send(client, address("inbox:decline", sending.pk), reason="no room")

    sending.refresh_from_db()
    assert problems(page) == ["Say why the referral is declined."]
    assert (sending.state, sending.answer) == ("declined", "no room")


def test_it_is_done(client, sending):
    sending.accept(sending.sender)

    send(client, address("inbox:done", sending.pk))

    sending.refresh_from_db()
    assert sending.state == "done"


@pytest.mark.parametrize("count", [1, 3])
def test_the_inbox_takes_as_many_queries_for_many(client, worker, agency, count):
    SendingFactory.create_batch(count, organisation=agency)

    assert queries(client, address("inbox:list")) == 6
