"""The one-time allowance: prepared, paid, reversed; its amount is an output."""

from datetime import date
from decimal import Decimal

import pytest

from accounts.choices import Role
from assistance.models import Allowance
from tests.factories import AllowanceFactory, StatusDecisionFactory
from tests.shelter import address, hidden, problems, send


@pytest.fixture
def identified(person):
    StatusDecisionFactory(victim=person, decided_on=date(2019, 1, 10))
    return person


@pytest.fixture
def pending(identified):
    return AllowanceFactory(victim=identified, decided_on=date(2019, 6, 1))


def prepare(client, person, **answers):
    return send(client, address("assistance:allowance_add", person.code), **answers)


def pay(client, allowance, **answers):
    url = address("assistance:allowance_pay", allowance.victim.code, allowance.pk)
    return send(client, url, **answers)


def values(response):
    """Return what the page shows of the record above the form."""
    return [fact.value for fact in response.context["view"].facts]


@pytest.mark.parametrize(
    ("decided_on", "amount"),
    [("3 6 2019", 400), ("4 6 2019", 700), ("04/06/2019", 700), ("2019-06-03", 400)],
)
def test_the_amount_is_the_rate_of_the_day(
    client, manager, identified, decided_on, amount
):
    prepare(client, identified, decided_on=decided_on)

    assert Allowance.objects.get().amount_azn == amount


def test_an_amount_cannot_be_posted(client, manager, identified):
    prepare(client, identified, decided_on="4 6 2019", amount_azn="9000")

    assert Allowance.objects.get().amount_azn == Decimal(700)


@pytest.mark.parametrize(
    ("paid_on", "shown"),
    [
        ("3 6 2019", (400, "On 4 June 2019 the amount would be 700 AZN.")),
        ("5 6 2019", (700, "On 3 June 2019 the amount would be 400 AZN.")),
        ("1 8 2019", (700, "")),
    ],
)
def test_the_amount_is_shown_before_anything_is_saved(
    client, manager, pending, paid_on, shown
):
    amount = pay(client, pending, paid_on=paid_on, check="1").context["view"].amount

    assert (amount.azn, amount.note) == shown
    pending.refresh_from_db()
    assert pending.status == "pending"


def test_the_payment_sets_the_amount_anew(client, manager, pending):
    pay(client, pending, paid_on="4 6 2019")

    pending.refresh_from_db()
    assert (pending.status, pending.amount_azn) == ("paid", Decimal(700))


def test_a_payment_before_the_identification_is_refused_kindly(
    client, manager, pending
):
    response = pay(client, pending, paid_on="9 1 2019")

    assert problems(response) == [
        "“Paid on” must be 10 January 2019, the day of the identification, or later."
    ]


def test_no_amount_is_promised_for_a_day_before_the_identification(
    client, manager, identified
):
    response = prepare(client, identified, decided_on="9 1 2019", check="1")

    assert response.context["view"].amount is None
    assert len(problems(response)) == 1
    assert "10 January 2019, the day of the identification" in problems(response)[0]


def test_which_allowance_is_paid_or_reversed_stands_above_the_form(
    client, manager, pending
):
    key = [pending.victim.code, pending.pk]
    paid = client.get(address("assistance:allowance_pay", *key))
    reverse = client.get(address("assistance:allowance_reverse", *key))

    assert values(paid) == ["1 June 2019"]
    assert values(reverse) == [
        *("400", "1 June 2019", "Not recorded", "decided, not paid yet")
    ]


def test_a_round_amount_is_named_without_needless_decimals(pending):
    pending.refresh_from_db()

    assert str(pending) == f"{pending.victim.code}: 400 AZN"


def test_a_payment_tomorrow_is_refused_kindly(client, manager, pending):
    response = pay(client, pending, paid_on="1 1 2999")

    assert problems(response) == ["This date is later than today."]


def test_who_is_not_identified_gets_a_page_that_says_why(client, manager, person):
    response = client.get(address("assistance:allowance_add", person.code))

    assert response.context["form"] is None
    assert "The allowance cannot start yet" in response.content.decode()


def test_a_second_allowance_gets_the_page_already_paid(client, manager, identified):
    AllowanceFactory(victim=identified, paid=True)

    response = client.get(address("assistance:allowance_add", identified.code))

    assert "Already paid" in response.content.decode()


def test_a_second_post_is_refused_too(client, manager, identified):
    url = address("assistance:allowance_add", identified.code)
    opened = hidden(client, url)
    AllowanceFactory(victim=identified, paid=True)

    response = client.post(url, opened | {"decided_on": "4 6 2019"})

    assert "Already paid" in response.content.decode()
    assert Allowance.objects.count() == 1


def test_a_reversal_keeps_the_amount_and_its_reason(client, manager, pending):
    url = address("assistance:allowance_reverse", pending.victim.code, pending.pk)

    send(client, url, reason="paid to another person")

    pending.refresh_from_db()
    assert (pending.status, pending.amount_azn) == ("reversed", Decimal(400))
    section = address("assistance:allowance", pending.victim.code)
    assert "paid to another person" in client.get(section).content.decode()


def test_after_a_reversal_another_may_be_prepared(client, manager, identified):
    AllowanceFactory(victim=identified, reversed=True)

    response = prepare(client, identified, decided_on="4 6 2019")

    assert response.status_code == 302


def test_a_decision_cannot_move_behind_the_allowance(client, manager, pending):
    decision = pending.victim.decisions.get()
    url = address("victims:decision_change", pending.victim.code, decision.pk)

    response = send(client, url, status="identified", decided_on="2 6 2019")

    assert len(problems(response)) == 1
    decision.refresh_from_db()
    assert decision.decided_on == date(2019, 1, 10)


def test_a_worker_prepares_and_does_not_pay(client, user_as, pending, shelter):
    client.force_login(user_as(Role.SHELTER_WORKER, shelter=shelter))
    url = address("assistance:allowance_pay", pending.victim.code, pending.pk)

    assert client.get(url).status_code == 403
