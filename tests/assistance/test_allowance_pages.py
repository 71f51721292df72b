"""The one-time allowance: prepared, paid, reversed; its amount is an output."""

from datetime import date
from decimal import Decimal

import pytest

from accounts.choices import Role
from assistance.models import Allowance
from tests.factories import AllowanceFactory, StatusDecisionFactory
from tests.refused import must_be_past
from tests.shelter import address, hidden, problems, send


@pytest.fixture
def identified(person):
    StatusDecisionFactory(victim=person, decided_on=date(2019, 1, 10))
    return person


@pytest.fixture
def pending(identified):
    return AllowanceFactory(victim=identified, decided_on=date(2019, 6, 1))


ANSWERS = {"decided_on": "4 6 2019", "recipient": "self", "method": "cash"}


def prepare(client, person, **answers):
    url = address("assistance:allowance_add", person.code)
    return send(client, url, **{**ANSWERS, "confirm": "1", **answers})


def pay(client, allowance, **answers):
    url = address("assistance:allowance_pay", allowance.victim.code, allowance.pk)
    return send(client, url, **{"confirm": "1", **answers})


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
        ("1 6 2019", (400, "On 4 June 2019 the amount would be 700 AZN.")),
        ("3 6 2019", (400, "One day later the amount would be 700 AZN.")),
        ("4 6 2019", (700, "One day earlier the amount would be 400 AZN.")),
        ("5 6 2019", (700, "On 3 June 2019 the amount would be 400 AZN.")),
        ("1 8 2019", (700, "")),
    ],
)
def test_the_amount_is_shown_before_anything_is_saved(
    client, manager, pending, paid_on, shown
):
    url = address("assistance:allowance_pay", pending.victim.code, pending.pk)
    amount = send(client, url, paid_on=paid_on).context["view"].amount

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
    response = prepare(client, identified, decided_on="9 1 2019", look="1")

    assert response.context["view"].amount is None
    assert len(problems(response)) == 1
    assert "10 January 2019, the day of the identification" in problems(response)[0]


def test_which_allowance_is_paid_stands_above_the_form(client, manager, pending):
    key = [pending.victim.code, pending.pk]
    paid = client.get(address("assistance:allowance_pay", *key))

    assert values(paid) == ["400", "1 June 2019", *["Not recorded"] * 4]


def test_a_round_amount_is_named_without_needless_decimals(pending):
    pending.refresh_from_db()

    assert str(pending) == f"{pending.victim.code}: 400 AZN"


def test_a_payment_tomorrow_is_refused_kindly(client, manager, pending):
    response = pay(client, pending, paid_on="1 1 2999")

    assert problems(response) == [must_be_past("Paid on")]


def test_who_is_not_identified_gets_a_page_that_says_why(client, manager, person):
    response = client.get(address("assistance:allowance_add", person.code))

    assert response.context["form"] is None
    assert "The allowance cannot start yet" in response.text
    assert "No decision on the status is recorded yet." in response.text


def test_the_page_that_says_why_tells_the_last_decision(client, manager, person):
    StatusDecisionFactory(victim=person, presumed=True, decided_on=date(2019, 3, 1))

    response = client.get(address("assistance:allowance_add", person.code))

    assert response.context["last_decision"].endswith(", 1 March 2019")


@pytest.mark.parametrize(
    ("facts", "title"),
    [
        (
            {"paid": True, "decided_on": date(2019, 7, 9), "order_number": "12"},
            "Already paid: 700 AZN, decision 12 of 9 July 2019",
        ),
        (
            {"decided_on": date(2019, 6, 3)},
            "Already prepared: 400 AZN, decision of 3 June 2019",
        ),
    ],
)
def test_a_second_allowance_gets_the_page_already_paid(
    client, manager, identified, facts, title
):
    AllowanceFactory(victim=identified, **facts)

    response = client.get(address("assistance:allowance_add", identified.code))

    assert response.context["given_title"] == title
    assert title in response.text


def test_a_second_post_is_refused_too(client, manager, identified):
    url = address("assistance:allowance_add", identified.code)
    opened = hidden(client, url)
    AllowanceFactory(victim=identified, paid=True)

    response = client.post(url, opened | ANSWERS | {"confirm": "1"})

    assert "Already paid" in response.content.decode()
    assert Allowance.objects.count() == 1


def test_after_a_reversal_another_may_be_prepared(client, manager, identified):
    AllowanceFactory(victim=identified, reversed=True)

    response = prepare(client, identified)

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


def test_nothing_is_saved_before_the_answers_were_checked(client, manager, identified):
    url = address("assistance:allowance_add", identified.code)

    page = send(client, url, **ANSWERS, order_number="12")

    told = {fact.label: fact.value for fact in page.context["answers"]}
    assert told["Date of the decision"] == "4 June 2019"
    assert (told["Number of the order"], told["Who receives it"]) == (
        "12",
        "The person",
    )
    assert ">700 AZN</output>" in page.text
    assert Allowance.objects.count() == 0


def test_the_page_that_checks_carries_the_answers_on(client, manager, identified):
    url = address("assistance:allowance_add", identified.code)
    page = send(client, url, **ANSWERS, order_number="12", note="calls on Monday")

    client.post(url, dict(page.context["carried"]) | {"confirm": "1"})

    made = Allowance.objects.get()
    assert (made.order_number, made.note, made.amount_azn) == (
        *("12", "calls on Monday"),
        700,
    )


def test_the_answers_can_be_changed_from_the_page_that_checks(
    client, manager, identified
):
    url = address("assistance:allowance_add", identified.code)

    page = send(client, url, **ANSWERS, order_number="12", change="1")

    assert page.context["form"]["order_number"].value() == "12"
    assert 'name="confirm"' not in page.text


def test_the_reason_names_the_rates_and_their_act(client, manager, identified):
    url = address("assistance:allowance_add", identified.code)

    amount = send(client, url, **ANSWERS).context["view"].amount

    assert amount.rates == ["Before 4 June 2019: 400 AZN", "From 4 June 2019: 700 AZN"]
    assert amount.reason == (
        "The rate in force on 4 June 2019 is 700 AZN."
        " Qərar: birdəfəlik müavinətin məbləği."
    )


def test_an_account_is_asked_for_where_the_allowance_goes_to_one(
    client, manager, identified
):
    response = prepare(client, identified, method="account")

    assert problems(response) == ["Enter the account: the allowance is paid to it."]


def offers(client, person):
    page = client.get(address("assistance:allowance", person.code))
    return "Prepare the allowance" in page.text


def test_an_allowance_is_offered_until_one_is_prepared(client, manager, identified):
    assert offers(client, identified)

    prepared = AllowanceFactory(victim=identified, decided_on=date(2019, 6, 1))

    assert not offers(client, identified)
    prepared.void("Prepared by mistake.")
    assert offers(client, identified)
