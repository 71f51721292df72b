"""The pages of the second person: what waits, yes, back with a reason, taking back."""

from datetime import date

import pytest
from django.test import Client

from accounts.choices import Role
from accounts.models import JournalEntry
from assistance.models import Allowance
from tests.factories import (
    AllowanceCorrectionFactory,
    AllowanceFactory,
    StatusDecisionFactory,
)
from tests.shelter import address, problems, queries, send

WAITING = address("approvals:waiting")


@pytest.fixture
def identified(person):
    StatusDecisionFactory(victim=person, decided_on=date(2019, 1, 10))
    return person


@pytest.fixture
def prepared(identified, manager):
    """Return an allowance that the shelter's manager, who is signed in, prepared."""
    return AllowanceFactory(
        victim=identified,
        prepared=True,
        prepared_by=manager,
        account="AZ77 1234 5678",
        note="calls at noon",
    )


@pytest.fixture
def office(user_as):
    """Return a client of the Coordinator's office."""
    client = Client()
    client.user = user_as(Role.ADMINISTRATOR)
    client.force_login(client.user)
    return client


def of(name, allowance):
    return address(f"assistance:allowance_{name}", allowance.victim.code, allowance.pk)


def deeds(client, allowance):
    """Return what the section offers to do with the allowance."""
    section = client.get(address("assistance:allowance", allowance.victim.code))
    (row,) = section.context["panels"][0]["rows"]
    return row["state"]["text"], [str(link.text) for link in row["links"]]


def test_what_was_prepared_waits_for_the_office(client, manager, identified):
    url = address("assistance:allowance_add", identified.code)
    answers = {"decided_on": "4 6 2019", "recipient": "self", "method": "cash"}

    send(client, url, **answers, confirm="1")

    made = Allowance.objects.get()
    assert (made.prepared_by, made.approved_by, made.is_waiting) == (
        manager,
        None,
        True,
    )


def test_the_office_sees_what_waits_the_oldest_first(office, prepared):
    later = AllowanceFactory(prepared=True)

    page = office.get(WAITING)

    assert page.context["allowances"] == [prepared, later]
    assert prepared.victim.code in page.text


def test_the_list_of_what_waits_is_kept_in_the_journal(office, prepared):
    office.get(WAITING)

    entry = JournalEntry.objects.get()
    assert (entry.action, entry.codes) == ("listed", [prepared.victim.code])


@pytest.mark.parametrize("number", [1, 3])
def test_what_waits_takes_as_many_queries_for_one_as_for_three(office, number):
    AllowanceFactory.create_batch(number, prepared=True)
    AllowanceCorrectionFactory.create_batch(number)

    assert queries(office, WAITING) == 5


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_an_allowance_takes_as_many_queries_for_three_corrections(
    client, prepared, number
):
    for _one in range(number):
        AllowanceCorrectionFactory(allowance=prepared).void("declined")

    assert queries(client, of("detail", prepared)) == 11


def test_what_one_prepared_does_not_wait_for_oneself(office, prepared):
    Allowance.objects.update(prepared_by=office.user)

    assert office.get(WAITING).context["allowances"] == []


def test_the_office_approves(office, prepared):
    send(office, of("approve", prepared))

    prepared.refresh_from_db()
    assert prepared.approved_by == office.user
    assert JournalEntry.objects.latest("pk").fields == ["approved_by"]


def test_whoever_prepared_it_is_told_that_a_second_person_approves(office, prepared):
    Allowance.objects.update(prepared_by=office.user)

    response = send(office, of("approve", prepared))

    assert problems(response) == [
        "A second person approves: not the one who prepared it."
    ]


def test_the_office_sees_the_last_digits_and_neither_account_nor_note(office, prepared):
    told = "".join(
        office.get(of(page, prepared)).text for page in ("approve", "detail")
    )

    assert "•••• 5678" in told
    assert [secret for secret in ("1234", "noon") if secret in told] == []


def test_an_approval_is_not_of_something_that_changed_meanwhile(office, prepared):
    page = office.get(of("approve", prepared)).context["form"]
    Allowance.objects.update(order_number="99")

    response = office.post(
        of("approve", prepared), {"version": page["version"].value()}
    )

    assert response.status_code == 409
    assert Allowance.objects.get().approved_at is None


def test_the_office_returns_it_and_the_shelter_reads_why(client, office, prepared):
    send(office, of("return", prepared), reason="the order has no number")

    assert office.get(WAITING).context["allowances"] == []
    assert deeds(client, prepared)[0] == "Returned to be prepared anew"
    assert "the order has no number" in client.get(of("detail", prepared)).text


def test_what_was_returned_is_prepared_anew(client, manager, office, prepared):
    prepared.give_back(office.user, "the order has no number")
    answers = {"decided_on": "10 6 2019", "recipient": "self", "method": "cash"}

    send(client, of("change", prepared), **answers, order_number="12", confirm="1")

    prepared.refresh_from_db()
    assert (prepared.is_waiting, prepared.order_number) == (True, "12")


def test_each_state_offers_what_can_be_done_next(client, office, prepared):
    assert deeds(client, prepared) == (
        "Waits for approval",
        ["Details", "Change", "Withdraw"],
    )
    assert deeds(office, prepared)[1] == ["Details", "Approve or return"]

    prepared.approve(office.user)

    assert deeds(client, prepared) == (
        "Approved, not paid yet",
        ["Details", "Record the payment", "Take back"],
    )


def test_what_is_not_approved_cannot_be_paid(client, prepared):
    assert client.get(of("pay", prepared)).status_code == 404


def test_what_is_not_approved_is_withdrawn_by_one_person(client, prepared):
    send(client, of("void", prepared), reason="prepared for another person")

    assert Allowance.objects.current().count() == 0


def test_what_is_approved_is_not_withdrawn_by_one_person(client, office, prepared):
    prepared.approve(office.user)

    assert client.get(of("void", prepared)).status_code == 404


# Taking back


@pytest.fixture
def asked(client, office, prepared):
    """Return the correction that the manager asked for."""
    prepared.approve(office.user)
    prepared.pay(prepared.decided_on)
    send(client, of("correct", prepared), kind="reverse", reason="paid to a stranger")
    return prepared.corrections.get()


def to(verb, correction):
    code = correction.allowance.victim.code
    return address(f"assistance:correction_{verb}", code, correction.pk)


def test_a_correction_changes_nothing_until_it_is_approved(client, asked, manager):
    assert asked.asked_by == manager
    assert asked.allowance.status == "paid"
    assert deeds(client, asked.allowance) == (
        "To be taken back, waits for approval",
        ["Details"],
    )


def test_the_office_approves_a_correction(office, asked):
    assert office.get(WAITING).context["corrections"] == [asked]

    send(office, to("approve", asked))

    allowance = Allowance.objects.get()
    assert (allowance.status, allowance.amount_azn) == ("reversed", 700)


def test_the_office_declines_a_correction_and_the_shelter_reads_why(
    client, office, asked
):
    send(office, to("decline", asked), reason="the receipt is signed")

    assert Allowance.objects.get().status == "paid"
    assert "the receipt is signed" in client.get(of("detail", asked.allowance)).text


def test_a_second_correction_waits_for_the_first(client, asked):
    assert client.get(of("correct", asked.allowance)).status_code == 404


# The decision on paper


@pytest.fixture
def decided(office, prepared):
    Allowance.objects.update(order_number="12")
    prepared.refresh_from_db()
    prepared.approve(office.user)
    return prepared


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_the_decision_is_in_azerbaijani_with_the_code(client, decided, language):
    client.post(address("set_language"), {"language": language})

    page = client.get(of("decision", decided)).text
    sheet = page[page.index("<article") : page.index("</article>")]

    assert "№ 12, 10 iyun 2019" in sheet
    assert decided.victim.code in sheet
    assert "•••• 5678" in sheet
    assert "Qərar: birdəfəlik müavinətin məbləği" in sheet


def test_the_name_stands_on_the_decision_only_with_a_reason(client, decided):
    identity = decided.victim.identity
    name = identity.full_name()
    assert name not in client.get(of("decision", decided)).text

    page = client.post(of("decision", decided), {"reason": "for the bank"})

    assert name in page.text
    entry = JournalEntry.objects.latest("pk")
    assert (entry.action, entry.reason) == ("showed", "for the bank")


def test_the_office_puts_no_name_on_the_decision(office, decided):
    response = office.post(of("decision", decided), {"reason": "for the bank"})

    assert response.status_code == 403


def test_what_is_not_approved_has_no_decision_to_print(client, prepared):
    assert client.get(of("decision", prepared)).status_code == 404
    assert client.post(of("decision", prepared), {"reason": "x"}).status_code == 404
